package org.luodi.claims;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.luodi.matters.MatterId;
import org.luodi.organisation.UnitId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The matters of each claim. */
@Repository
class MemberStore {

    private static final RowMapper<Member> MEMBER = (row, i) ->
            new Member(new MatterId(row.getLong("matter")), new UnitId(row.getInt("unit")), row.getString("outcome"));

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    MemberStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    void insert(ClaimId claim, List<Member> members) {
        template.batchUpdate(
                "insert into claims.member (claim, matter, unit, open) values (?, ?, ?, true)",
                members,
                1000,
                (row, m) -> {
                    row.setLong(1, claim.value());
                    row.setLong(2, m.matter().value());
                    row.setInt(3, m.unit().value());
                });
    }

    /** Those that are in an open claim. */
    Set<MatterId> taken(Collection<MatterId> matters) {
        return jdbc
                .sql("select matter from claims.member where open and matter = any(:matters)")
                .param("matters", numbers(matters))
                .query(Long.class)
                .list()
                .stream()
                .map(MatterId::new)
                .collect(Collectors.toSet());
    }

    /** The first of a claim's matters that is in an open claim now. */
    List<MatterId> taken(ClaimId claim) {
        return jdbc.sql("""
                        select m.matter from claims.member m
                        where m.claim = :claim and exists (select from claims.member o where o.matter = m.matter and o.open)
                        order by m.matter limit 1
                        """)
                .param("claim", claim.value())
                .query((row, i) -> new MatterId(row.getLong(1)))
                .list();
    }

    void open(ClaimId claim, boolean open) {
        jdbc.sql("update claims.member set open = :open where claim = :claim and open <> :open")
                .param("open", open)
                .param("claim", claim.value())
                .update();
    }

    List<Member> after(ClaimId claim, long after, int limit) {
        return jdbc.sql("""
                        select matter, unit, outcome from claims.member where claim = :claim and matter > :after
                        order by matter limit :limit
                        """)
                .param("claim", claim.value())
                .param("after", after)
                .param("limit", limit)
                .query(MEMBER)
                .list();
    }

    /** Those with which nothing has been done after the answer. */
    List<Member> waiting(ClaimId claim, int limit) {
        return jdbc.sql("""
                        select matter, unit, outcome from claims.member where claim = :claim and outcome is null
                        order by matter limit :limit
                        """)
                .param("claim", claim.value())
                .param("limit", limit)
                .query(MEMBER)
                .list();
    }

    void settle(ClaimId claim, Collection<MatterId> matters, String outcome) {
        jdbc.sql("update claims.member set outcome = :outcome where claim = :claim and matter = any(:matters)")
                .param("outcome", outcome)
                .param("claim", claim.value())
                .param("matters", numbers(matters))
                .update();
    }

    /** The first matter of each claim. */
    Map<ClaimId, MatterId> firsts(Collection<ClaimId> claims) {
        Map<ClaimId, MatterId> firsts = new HashMap<>();
        jdbc.sql("select claim, min(matter) as matter from claims.member where claim = any(:claims) group by claim")
                .param("claims", claims.stream().map(ClaimId::value).toArray(Long[]::new))
                .query(row -> {
                    firsts.put(new ClaimId(row.getLong("claim")), new MatterId(row.getLong("matter")));
                });
        return firsts;
    }

    /** How many were left out, because they were no longer under way. */
    int left(ClaimId claim) {
        return jdbc.sql("select count(*) from claims.member where claim = :claim and outcome = 'left'")
                .param("claim", claim.value())
                .query(Integer.class)
                .single();
    }

    private static Long[] numbers(Collection<MatterId> matters) {
        return matters.stream().map(MatterId::value).toArray(Long[]::new);
    }
}
