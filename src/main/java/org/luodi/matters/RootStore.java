package org.luodi.matters;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luodi.platform.Writes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits for a root, which roots still have to ask, and what was joined to what. */
@Repository
class RootStore {

    /**
     * Nothing happens where nothing waits for it. The matters below are found by their root (offset 0 keeps the planner from doing
     * otherwise): by what waits, each move would walk all that waits in the nation.
     */
    static final String NOTE_ASKING = """
            insert into matters.asking (root, at)
            select ?, ? where exists
                (select 1 from (select waits from matters.matter where root = ? offset 0) below where waits)
            on conflict (root) do nothing
            """;

    /** The same for several. */
    static final String NOTE_ASKING_OF_SOME = """
            insert into matters.asking (root, at)
            select distinct root, cast(:at as timestamptz)
            from (select root, waits from matters.matter where root = any(:some) offset 0) below where waits
            on conflict (root) do nothing
            """;

    private static final int[] NOTED = {Types.BIGINT, Types.TIMESTAMP_WITH_TIMEZONE, Types.BIGINT};

    /** So often may a matter have been joined to one that was joined to another. */
    private static final int JOINS = 20;

    private final JdbcClient jdbc;

    RootStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Matter> symptoms(MatterId root, long after, int limit) {
        return jdbc.sql("select * from matters.matter where root = :root and id > :after order by id limit :limit")
                .param("root", root.value())
                .param("after", after)
                .param("limit", limit)
                .query(MatterRows::matter)
                .list();
    }

    List<Matter> joined(MatterId into, int limit) {
        return jdbc.sql("select * from matters.matter where merged_into = :into order by id limit :limit")
                .param("into", into.value())
                .param("limit", limit)
                .query(MatterRows::matter)
                .list();
    }

    /** Each of these with all that were joined to it, however often on their way: first the whole, then the part. */
    Map<MatterId, Set<MatterId>> withJoined(Collection<MatterId> wholes) {
        Map<MatterId, Set<MatterId>> parts = new LinkedHashMap<>();
        wholes.forEach(w -> parts.put(w, new LinkedHashSet<>(List.of(w))));
        jdbc.sql("""
                        with recursive joined (whole, part, joins) as (
                            select merged_into, id, 1 from matters.matter where merged_into = any(:wholes)
                            union all
                            select j.whole, m.id, j.joins + 1 from joined j join matters.matter m on m.merged_into = j.part
                            where j.joins < :joins)
                        select whole, part from joined order by part
                        """)
                .param("wholes", wholes.stream().map(MatterId::value).toArray(Long[]::new))
                .param("joins", JOINS)
                .query(row -> {
                    parts.get(new MatterId(row.getLong(1))).add(new MatterId(row.getLong(2)));
                });
        return parts;
    }

    /** Each of these with the matter to which it was joined in the end, itself where it was not. */
    Map<MatterId, MatterId> goingOn(Collection<MatterId> parts) {
        Map<MatterId, MatterId> wholes = new HashMap<>();
        jdbc.sql("""
                        with recursive way (part, whole, joins) as (
                            select id, id, 0 from matters.matter where id = any(:parts)
                            union all
                            select w.part, m.merged_into, w.joins + 1 from way w join matters.matter m on m.id = w.whole
                            where m.merged_into is not null and w.joins < :joins)
                        select distinct on (part) part, whole from way order by part, joins desc
                        """)
                .param("parts", parts.stream().map(MatterId::value).toArray(Long[]::new))
                .param("joins", JOINS)
                .query(row -> {
                    wholes.put(new MatterId(row.getLong(1)), new MatterId(row.getLong(2)));
                });
        return wholes;
    }

    /** Those that wait and have not been asked, held until the transaction ends. */
    List<Matter> waiting(MatterId root, int limit) {
        return jdbc.sql("""
                        select * from matters.matter
                        where root = :root and waits and stage in ('acting', 'returned', 'relapsed')
                        order by id limit :limit for no key update
                        """)
                .param("root", root.value())
                .param("limit", limit)
                .query(MatterRows::matter)
                .list();
    }

    Roots.Standing standing(MatterId root) {
        return jdbc.sql("""
                        select count(*) as tied, count(*) filter (where stage = 'settled') as asked,
                               count(*) filter (where stage in ('confirmed', 'closed')) as gone,
                               count(*) filter (where stage in ('returned', 'relapsed')) as still
                        from matters.matter where root = :root
                        """)
                .param("root", root.value())
                .query((row, i) -> new Roots.Standing(
                        row.getLong("tied"), row.getLong("asked"), row.getLong("gone"), row.getLong("still")))
                .single();
    }

    /** After what goes together with it, so that it finds whatever that has waited for. */
    void noteAsking(Writes together, Matter root) {
        long id = root.id().value();
        together.add(NOTE_ASKING, new Object[] {id, root.changedAt().atOffset(ZoneOffset.UTC), id}, NOTED);
    }

    /** For those that are roots among them. */
    void noteAsking(List<Matter> some, Instant at) {
        jdbc.sql(NOTE_ASKING_OF_SOME)
                .param("some", some.stream().map(m -> m.id().value()).toArray(Long[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void endAsking(MatterId root) {
        jdbc.sql("delete from matters.asking where root = :root")
                .param("root", root.value())
                .update();
    }

    List<MatterId> asking() {
        return jdbc.sql("select root from matters.asking order by at")
                .query((row, i) -> new MatterId(row.getLong("root")))
                .list();
    }
}
