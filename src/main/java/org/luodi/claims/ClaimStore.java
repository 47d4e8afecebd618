package org.luodi.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.luodi.claims.ClaimMoves.State;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Line;
import org.luodi.organisation.Position;
import org.luodi.organisation.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The state of each claim. */
@Repository
class ClaimStore {

    private final JdbcClient jdbc;

    ClaimStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A claim, the version of the tree that its positions belong to, and whether one of the units took part in it: by a matter of
     * its own or as one of the desks it lay on.
     */
    record Placed(Claim claim, long treeVersion, boolean tookPart) {}

    Optional<Placed> placed(ClaimId id, Collection<UnitId> units) {
        return jdbc.sql("""
                        select c.*, organisation.tree_version() as tree_version,
                               exists (select from claims.member m where m.claim = c.id and m.unit = any(:units))
                               or exists (select from claims.hop h where h.claim = c.id
                                          and (h.from_unit = any(:units) or h.to_unit = any(:units))) as took_part
                        from claims.claim c where c.id = :id
                        """)
                .param("id", id.value())
                .param("units", units.stream().map(UnitId::value).toArray(Integer[]::new))
                .query((row, i) -> new Placed(claim(row, i), row.getLong("tree_version"), row.getBoolean("took_part")))
                .optional();
    }

    Optional<Claim> find(ClaimId id) {
        return jdbc.sql("select * from claims.claim where id = :id")
                .param("id", id.value())
                .query(ClaimStore::claim)
                .optional();
    }

    /** The same, held until the transaction ends. */
    Optional<Claim> hold(ClaimId id) {
        return jdbc.sql("select * from claims.claim where id = :id for update")
                .param("id", id.value())
                .query(ClaimStore::claim)
                .optional();
    }

    long nextId() {
        return jdbc.sql("select nextval(pg_get_serial_sequence('claims.claim', 'id'))")
                .query(Long.class)
                .single();
    }

    void insert(Claim claim) {
        jdbc.sql("""
                        insert into claims.claim (id, state, lever, category, line, sender, sender_position,
                                                  sender_industry_position, asked, asked_position, asked_industry_position,
                                                  sent_on, due, matters, version, changed_by, changed_at)
                        values (:id, :state, :lever, :category, :line, :sender, :senderT, :senderI, :asked, :askedT, :askedI,
                                :sentOn, :due, :matters, 1, :by, :at)
                        """).params(moving(claim)).params(standing(claim)).update();
    }

    /** Writes the new state over the old one; false where somebody else was faster. */
    boolean update(Claim old, Claim now) {
        return jdbc.sql("""
                                update claims.claim
                                set state = :state, sender = :sender, sender_position = :senderT, sender_industry_position = :senderI,
                                    asked = :asked, asked_position = :askedT, asked_industry_position = :askedI,
                                    refuser = :refuser, holder = :holder, due = :due, stuck = :stuck, hops = :hops,
                                    appealed = :appealed, ground = :ground, root = :root, version = version + 1,
                                    changed_by = :by, changed_at = :at
                                where id = :id and state = :was and version = :version
                                """)
                        .params(moving(now))
                        .param("was", old.state().word())
                        .param("version", old.version())
                        .update()
                == 1;
    }

    /** What stays as it was sent. */
    private static Map<String, Object> standing(Claim c) {
        return Map.of(
                "lever", c.lever().word(),
                "category", c.category(),
                "line", c.line().name().toLowerCase(Locale.ROOT),
                "sentOn", c.sentOn(),
                "matters", c.matters());
    }

    /** What moves, by the names of the statements' parameters; null where there is nothing. */
    private static Map<String, Object> moving(Claim c) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", c.id().value());
        values.put("state", c.state().word());
        values.put("sender", c.sender().value());
        values.put("senderT", c.senderAt().territorial());
        values.put("senderI", c.senderAt().industry());
        values.put("asked", c.asked().value());
        values.put("askedT", c.askedAt().territorial());
        values.put("askedI", c.askedAt().industry());
        values.put("refuser", number(c.refuser()));
        values.put("holder", number(c.holder()));
        values.put("due", c.due());
        values.put("stuck", c.stuck());
        values.put("hops", c.hops());
        values.put("appealed", c.appealed());
        values.put("ground", c.ground() == null ? null : c.ground().word());
        values.put("root", c.root() == null ? null : c.root().value());
        values.put("by", c.changedBy());
        values.put("at", c.changedAt().atOffset(ZoneOffset.UTC));
        return values;
    }

    void done(ClaimId id, int more) {
        jdbc.sql("update claims.claim set done = done + :more where id = :id")
                .param("more", more)
                .param("id", id.value())
                .update();
    }

    /** The open claim that a matter is in, if it is in one. */
    Optional<Claim> openAbout(MatterId matter) {
        return jdbc.sql("""
                        select * from claims.claim
                        where id = (select claim from claims.member where matter = :matter and open)
                        """)
                .param("matter", matter.value())
                .query(ClaimStore::claim)
                .optional();
    }

    /** Matters that hold a root for a unit already, the newest first. */
    List<MatterId> rootsOf(UnitId holder, int limit) {
        return jdbc.sql("""
                        select root from claims.claim where holder = :holder group by root order by max(id) desc limit :limit
                        """)
                .param("holder", holder.value())
                .param("limit", limit)
                .query((row, i) -> new MatterId(row.getLong("root")))
                .list();
    }

    boolean isTyingTo(MatterId root) {
        return jdbc.sql("select exists (select from claims.claim where root = :root and done < matters)")
                .param("root", root.value())
                .query(Boolean.class)
                .single();
    }

    /** Open claims whose day is past and that can still rise, by key. */
    List<ClaimId> silent(LocalDate today, ClaimId after, int limit) {
        return jdbc.sql("""
                        select id from claims.claim where due < :today and not stuck and id > :after order by id limit :limit
                        """)
                .param("today", today)
                .param("after", after.value())
                .param("limit", limit)
                .query((row, i) -> new ClaimId(row.getLong(1)))
                .list();
    }

    /** Claims whose matters are not all tied yet. */
    List<ClaimId> tying() {
        return jdbc.sql("select id from claims.claim where root is not null and done < matters order by id")
                .query((row, i) -> new ClaimId(row.getLong(1)))
                .list();
    }

    static Claim claim(ResultSet row, int index) throws SQLException {
        return new Claim(
                new ClaimId(row.getLong("id")),
                State.of(row.getString("state")),
                Lever.of(row.getString("lever")).orElseThrow(),
                row.getInt("category"),
                Line.valueOf(row.getString("line").toUpperCase(Locale.ROOT)),
                new UnitId(row.getInt("sender")),
                new Position(row.getLong("sender_position"), (Long) row.getObject("sender_industry_position")),
                new UnitId(row.getInt("asked")),
                new Position(row.getLong("asked_position"), (Long) row.getObject("asked_industry_position")),
                unit(row, "refuser"),
                unit(row, "holder"),
                row.getObject("sent_on", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getBoolean("stuck"),
                row.getInt("hops"),
                row.getBoolean("appealed"),
                Optional.ofNullable(row.getString("ground")).flatMap(Ground::of).orElse(null),
                row.getObject("root") == null ? null : new MatterId(row.getLong("root")),
                row.getInt("matters"),
                row.getInt("done"),
                row.getInt("version"),
                row.getLong("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static UnitId unit(ResultSet row, String column) throws SQLException {
        Integer number = (Integer) row.getObject(column);
        return number == null ? null : new UnitId(number);
    }

    private static Integer number(UnitId unit) {
        return unit == null ? null : unit.value();
    }
}
