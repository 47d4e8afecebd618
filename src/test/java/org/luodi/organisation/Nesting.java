package org.luodi.organisation;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether intervals nest exactly as the superiors say, on both lines. */
final class Nesting {

    private Nesting() {}

    static void assertExact(TestTree tree) {
        for (Line line : Line.values()) {
            String sql = """
                    with node as (select id, %1$s as superior, %2$s as from_, %2$s_end as to_ from organisation.unit
                        where %2$s is not null)
                    select count(*) from node a join node b on a.id <> b.id
                    where (a.from_ <= b.from_ and b.from_ < a.to_) <> exists (
                        with recursive up as (select b.id, b.superior union all
                            select n.id, n.superior from up join node n on n.id = up.superior)
                        select 1 from up where up.superior = a.id)
                    or (a.from_ < b.from_ and b.from_ < a.to_ and b.to_ > a.to_) or a.from_ = b.from_
                    """.formatted(UnitStore.superior(line), UnitStore.position(line));
            assertThat(tree.jdbc.sql(sql).query(Long.class).single())
                    .as("nesting on the %s line", line)
                    .isZero();
        }
        assertThat(tree.jdbc
                        .sql(
                                "select count(*) from copied c join organisation.unit u on u.id = c.unit"
                                        + " where (c.position, c.industry_position) is distinct from (u.position, u.industry_position)")
                        .query(Long.class)
                        .single())
                .as("copies that did not follow")
                .isZero();
    }
}
