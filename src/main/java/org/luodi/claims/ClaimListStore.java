package org.luodi.claims;

import java.util.List;
import org.luodi.matters.MatterId;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of claims. */
@Repository
class ClaimListStore {

    private final JdbcClient jdbc;

    ClaimListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open claims, the most urgent first. */
    List<Claim> urgent(Where where, int limit) {
        return jdbc.sql("select * from claims.claim where open and %s order by due, id limit :limit"
                        .formatted(where.sql()))
                .params(where.params())
                .param("limit", limit)
                .query(ClaimStore::claim)
                .list();
    }

    /** Claims, the newest first. */
    List<Claim> newest(Where where, int limit) {
        return jdbc.sql("select * from claims.claim where %s order by id desc limit :limit".formatted(where.sql()))
                .params(where.params())
                .param("limit", limit)
                .query(ClaimStore::claim)
                .list();
    }

    /** Open claims that wait for one of these very units, the most urgent first. */
    List<Claim> waitingFor(List<UnitId> units, int limit) {
        return jdbc.sql("""
                        select * from claims.claim where asked = any(:units) and open order by due, id limit :limit
                        """)
                .param("units", units.stream().map(UnitId::value).toArray(Integer[]::new))
                .param("limit", limit)
                .query(ClaimStore::claim)
                .list();
    }

    /** Claims that a matter has been in, the newest first. */
    List<Claim> about(MatterId matter) {
        return jdbc.sql("""
                        select * from claims.claim where id in (select claim from claims.member where matter = :matter)
                        order by id desc
                        """)
                .param("matter", matter.value())
                .query(ClaimStore::claim)
                .list();
    }
}
