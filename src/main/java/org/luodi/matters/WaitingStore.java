package org.luodi.matters;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luodi.organisation.Interval;
import org.luodi.organisation.Line;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Short lists of what waits. A part for each stage and place, each in the order of an index that begins with the stage and the
 * day, so that the database takes no more rows than are shown (docs/decisions/040).
 */
@Repository
class WaitingStore {

    private static final String COLUMNS = MatterRows.COLUMNS + ", due_order";

    /** As in the index that is made for it: few matters are there at a time. */
    private static final String BACK = "stage in ('returned', 'relapsed')";

    private static final String DUE = "due_order";

    private final JdbcClient jdbc;

    WaitingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Positions on a line. */
    record Place(Line line, Interval range) {}

    record Titled(Matter matter, String title) {}

    /** Of which version of the tree the positions are, and how many rows are wanted. */
    record Slot(long treeVersion, int limit) {}

    List<Titled> list(Waiting.Wanted wanted, List<Place> places, Slot slot) {
        Where days =
                new Where().and("due_order >= :from", "from", wanted.from()).and("due_order <= :to", "to", wanted.to());
        String order = wanted.back() ? "reopened desc, due_order" : "due_order";
        Stream<String> parts = places.stream()
                .flatMap(place -> stages(wanted).map(stages -> part(stages + " and " + days.sql(), place, order)));
        return titled(parts, order, days, slot);
    }

    List<Titled> toConfirm(Collection<UnitId> units, List<Place> places, Slot slot) {
        Where asked =
                new Where().with("units", units.stream().map(UnitId::value).toArray(Integer[]::new));
        Stream<String> own =
                places.stream().map(place -> part("open = true and stage = 'settled' and symptom is null", place, DUE));
        String away =
                "(select %s from matters.matter where symptom = any(:units) and stage = 'settled')".formatted(COLUMNS);
        return titled(Stream.concat(own, Stream.of(away)), DUE, asked, slot);
    }

    List<Titled> toSign(List<Place> places, Slot slot) {
        String condition = """
                open = true and stage = 'confirmed' and marked and not exists (
                    select from matters.signature s where s.matter = matter.id and s.round = matter.reopened)
                """;
        return titled(places.stream().map(place -> part(condition, place, DUE)), DUE, new Where(), slot);
    }

    List<Titled> toCheck(LocalDate today, List<Place> places, Slot slot) {
        Where due = new Where().with("today", today);
        Stream<String> parts =
                places.stream().map(place -> part("stage = 'closed' and next_check <= :today", place, "next_check"));
        return titled(parts, "next_check", due, slot);
    }

    private List<Titled> titled(Stream<String> parts, String order, Where where, Slot slot) {
        return jdbc.sql("""
                        select m.*, d.title from (
                            select * from (%1$s) m
                            where organisation.tree_version() = %2$d order by %3$s, position, id limit :limit
                        ) m join matters.detail d on d.matter = m.id order by %3$s, position, id
                        """.formatted(parts.collect(Collectors.joining(" union ")), slot.treeVersion(), order))
                .params(where.params())
                .param("limit", slot.limit())
                .query((row, i) -> new Titled(MatterRows.matter(row, i), row.getString("title")))
                .list();
    }

    List<Titled> seen(Collection<MatterId> ids, Scope scope) {
        String answering = scope.condition("m.position", "m.industry_position").sql();
        String party = scope.condition("p.position", "p.industry_position").sql();
        return jdbc.sql("""
                        select m.*, d.title from matters.matter m join matters.detail d on d.matter = m.id
                        where m.id = any(:ids)
                          and (%s or exists (select from matters.party p where p.matter = m.id and %s))
                        """.formatted(answering, party))
                .param("ids", ids.stream().map(MatterId::value).toArray(Long[]::new))
                .query((row, i) -> new Titled(MatterRows.matter(row, i), row.getString("title")))
                .list();
    }

    List<Matter> dueBetween(LocalDate from, LocalDate to, Matter after, int limit) {
        return jdbc.sql("""
                        select %s from matters.matter
                        where open and stage in ('placed', 'acting') and due_order >= :from and due_order <= :to
                          and (due_order, position, id) > (:day, :after, :id)
                        order by due_order, position, id limit :limit
                        """.formatted(COLUMNS))
                .param("from", from)
                .param("to", to)
                .param("day", after == null ? from : after.due())
                .param("after", after == null ? Long.MIN_VALUE : after.at().territorial())
                .param("id", after == null ? 0 : after.id().value())
                .param("limit", limit)
                .query(MatterRows::matter)
                .list();
    }

    /** At one position all stages at once; in a subtree each by itself, unless any will do. */
    private static Stream<String> stages(Waiting.Wanted wanted) {
        if (wanted.back()) {
            return Stream.of(BACK);
        }
        boolean open = wanted.stages().stream().allMatch(Stage::isOpen);
        List<String> each = wanted.stages().stream()
                .sorted()
                .map(stage -> "'" + stage.word() + "'")
                .toList();
        String which = "open = " + open;
        if (each.isEmpty()) {
            return Stream.of(which);
        }
        return wanted.where() == Waiting.Where.OWN
                ? Stream.of(which + " and stage in (" + String.join(", ", each) + ")")
                : each.stream().map(stage -> which + " and stage = " + stage);
    }

    private static String part(String condition, Place place, String order) {
        String column = place.line() == Line.TERRITORIAL ? "position" : "industry_position";
        return """
                (select %s from matters.matter where %s and %s order by %s, %s, id limit :limit)
                """.formatted(COLUMNS, condition, place.range().condition(column), order, column);
    }
}
