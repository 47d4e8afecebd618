package org.luodi.bench;

import org.springframework.jdbc.core.JdbcTemplate;

/** The public page of a unit, for somebody without an account, with a hundred thousand promises in the nation. */
final class DoorPart {

    private static final double BAR = 20;

    private final JdbcTemplate jdbc;
    private final Samples samples;
    private final Table table;

    DoorPart(JdbcTemplate jdbc, Samples samples, Table table) {
        this.jdbc = jdbc;
        this.samples = samples;
        this.table = table;
    }

    void run(Visitor anybody) throws Exception {
        publish();
        var rounds = samples.times((unit, random) -> anybody.get("/promises/units/" + unit));
        double worst = Samples.worst(rounds.get(1), 0.99);
        table.row(
                "public page of a unit without an account, over HTTP",
                Table.text("p99 ≤ %.0f ms", BAR),
                Table.text("p99 %.1f ms (median/p99: %s)", worst, Samples.words(rounds)),
                worst <= BAR);
    }

    /** One matter in fifty is promised in public, every third of them a deed. */
    private void publish() {
        if (jdbc.queryForObject("select exists (select from promises.promise)", Boolean.class)) {
            return;
        }
        jdbc.update("""
                insert into promises.promise (matter, unit, position, industry_position, deed, title, words, state, proposed_by,
                                              proposed_at, decided_by, decided_at, published_on)
                select id, unit, position, industry_position, id % 3 = 0, '修好第 ' || id || ' 号路灯', '月底前换好，换完张贴照片。',
                       'published', 1, changed_at, 2, changed_at, raised_on
                from matters.matter where id % 50 = 3
                """);
        jdbc.execute("vacuum analyze promises.promise");
    }
}
