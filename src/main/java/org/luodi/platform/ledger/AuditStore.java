package org.luodi.platform.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.luodi.platform.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AuditStore {

    static final String FAILED = "sign-in-failed";

    /** In the words of the indexes, so that they are used. */
    private static final String AUDITED =
            "kind in ('grant', 'export', 'account') or verb in ('contact-seen', 'phone-seen')";

    private static final Map<AuditTrail.Kind, String> KINDS = Map.of(
            AuditTrail.Kind.GRANT, "kind = 'grant'",
            AuditTrail.Kind.EXPORT, "kind = 'export'",
            AuditTrail.Kind.LOOK, "verb in ('contact-seen', 'phone-seen')",
            AuditTrail.Kind.SIGN_IN, "kind = 'account' and verb = '" + FAILED + "'",
            AuditTrail.Kind.ACCOUNT, "kind = 'account' and verb <> '" + FAILED + "'");

    private final JdbcClient jdbc;

    AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Entry> entries(AuditTrail.Wanted wanted, AuditTrail.After after, int limit) {
        Where where = new Where().and(AUDITED);
        if (wanted.kind() != null) {
            where.and(KINDS.get(wanted.kind()));
        }
        where.and("actor = :person or kind in ('grant', 'account') and subject = :person", "person", wanted.person());
        wanted.among().forEach(among -> where.and(among(among)));
        if (wanted.stretch() != null) {
            where.and("at >= :from", "from", time(wanted.stretch().from()));
            where.and("at < :until", "until", time(wanted.stretch().until()));
        }
        if (after != null) {
            where.and("(at, id) < (:at, :id)", "at", time(after.at())).with("id", after.id());
        }
        return jdbc.sql("select " + LedgerStore.COLUMNS + " from platform.entry where " + where.sql()
                        + " order by at desc, id desc limit :limit")
                .params(where.params())
                .param("limit", limit)
                .query(LedgerStore::read)
                .list();
    }

    /** Numbers of our own, never something typed. */
    private static String among(AuditTrail.Among among) {
        return "territorial && '" + array(among.territorial()) + "'::int[] or industry && '" + array(among.industry())
                + "'::int[]";
    }

    private static String array(List<Integer> units) {
        return units.toString().replace('[', '{').replace(']', '}');
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
