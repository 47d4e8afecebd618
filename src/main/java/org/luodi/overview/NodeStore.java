package org.luodi.overview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The fold's own copy of both forests. It moves only with the ledger, so sums and tree always fit together. */
@Repository
class NodeStore {

    private final JdbcClient jdbc;

    NodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The paths of these units, themselves first; a unit that is on no line has {@link Paths#NONE}. */
    Map<Integer, Paths> paths(Collection<Integer> units) {
        Map<Integer, Paths> paths = new HashMap<>();
        if (units.isEmpty()) {
            return paths;
        }
        jdbc.sql("""
                        with recursive up (line, start, unit, superior, depth) as (
                            select n.line, n.unit, n.unit, n.superior, 0 from overview.node n where n.unit = any(:units)
                            union all
                            select up.line, up.start, n.unit, n.superior, up.depth + 1
                            from up join overview.node n on n.line = up.line and n.unit = up.superior
                            where up.depth < 100
                        )
                        select line, start, unit from up order by start, line, depth
                        """).param("units", units.toArray(Integer[]::new)).query(row -> {
            Paths path =
                    paths.computeIfAbsent(row.getInt("start"), u -> new Paths(new ArrayList<>(8), new ArrayList<>(8)));
            line(path, row.getInt("line")).add(row.getInt("unit"));
        });
        return paths;
    }

    /** The superior on a line, 0 for a root, null where the unit is not on the line. */
    Integer superior(int line, int unit) {
        return jdbc.sql("select superior from overview.node where line = :line and unit = :unit")
                .param("line", line)
                .param("unit", unit)
                .query(Integer.class)
                .optional()
                .orElse(null);
    }

    /** Puts a unit on a line, or takes it off where the superior is null. */
    void set(int line, int unit, Integer superior) {
        if (superior == null) {
            jdbc.sql("delete from overview.node where line = :line and unit = :unit")
                    .param("line", line)
                    .param("unit", unit)
                    .update();
            return;
        }
        jdbc.sql("""
                        insert into overview.node (line, unit, superior) values (:line, :unit, :superior)
                        on conflict (line, unit) do update set superior = excluded.superior
                        """)
                .param("line", line)
                .param("unit", unit)
                .param("superior", superior)
                .update();
    }

    private static List<Integer> line(Paths path, int line) {
        return line == Deltas.TERRITORIAL ? path.territorial() : path.industry();
    }
}
