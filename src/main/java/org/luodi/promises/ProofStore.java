package org.luodi.promises;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProofStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ProofStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** A piece of evidence in the version that was put up. */
    record Proof(long item, int version) {}

    void insert(long promise, List<Proof> proofs) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < proofs.size(); i++) {
            rows.add(new Object[] {
                promise, i + 1, proofs.get(i).item(), proofs.get(i).version()
            });
        }
        template.batchUpdate("insert into promises.proof (promise, number, item, version) values (?, ?, ?, ?)", rows);
    }

    /** The pictures of several promises, each by its number. */
    Map<Long, Map<Integer, Proof>> of(Collection<Long> promises) {
        Map<Long, Map<Integer, Proof>> found = new TreeMap<>();
        jdbc.sql("select promise, number, item, version from promises.proof where promise = any(:ids) order by 1, 2")
                .param("ids", promises.toArray(Long[]::new))
                .query((row, i) -> found.computeIfAbsent(row.getLong("promise"), p -> new TreeMap<>())
                        .put(row.getInt("number"), new Proof(row.getLong("item"), row.getInt("version"))))
                .list();
        return found;
    }

    Optional<Proof> find(long promise, int number) {
        return Optional.ofNullable(
                of(List.of(promise)).getOrDefault(promise, Map.of()).get(number));
    }
}
