package org.luodi.torture;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luodi.overview.Overview;
import org.luodi.platform.server.Command;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whether all that was acknowledged is there exactly once, and everything else fits. */
final class Proof {

    private final JdbcTemplate jdbc;
    private final Overview overview;
    private final Command verify;
    private final Told told;

    Proof(ConfigurableApplicationContext application, Told told) {
        this.jdbc = application.getBean(JdbcTemplate.class);
        this.overview = application.getBean(Overview.class);
        this.verify = application.getBeansOfType(Command.class).values().stream()
                .filter(command -> command.name().equals("verify"))
                .findFirst()
                .orElseThrow();
        this.told = told;
    }

    /** What does not fit, in words; empty when all is well. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        matters(faults);
        reports(faults);
        sheets(faults);
        entries(faults);
        faults.addAll(overview.compare());
        ledger(faults);
        return faults;
    }

    private void matters(List<String> faults) {
        Map<String, Integer> times = new HashMap<>();
        Map<Long, Integer> versions = new HashMap<>();
        jdbc.query(
                "select m.id, m.version, d.title from matters.matter m join matters.detail d on d.matter = m.id",
                row -> {
                    times.merge(row.getString("title"), 1, Integer::sum);
                    versions.put(row.getLong("id"), row.getInt("version"));
                });
        told.matters.forEach((title, id) -> {
            if (times.getOrDefault(title, 0) != 1) {
                faults.add(
                        "matter " + id + " was acknowledged and is there " + times.getOrDefault(title, 0) + " times");
            }
        });
        told.unheard.forEach(title -> {
            if (times.getOrDefault(title, 0) > 1) {
                faults.add("a matter sent once is there " + times.get(title) + " times: " + title);
            }
        });
        told.versions.forEach((id, version) -> {
            if (versions.getOrDefault(id, 0) < version) {
                faults.add("matter " + id + " was acknowledged at version " + version + " and has " + versions.get(id));
            }
        });
    }

    private void reports(List<String> faults) {
        Set<String> kept = new HashSet<>(jdbc.queryForList("select code from voice.report", String.class));
        for (String code : told.receipts) {
            if (!kept.contains(code)) {
                faults.add("report " + code + " was acknowledged and is gone");
            }
        }
        if (kept.size() > told.receipts.size() + told.unheardReports.get()) {
            faults.add("there are more reports than were sent: " + kept.size());
        }
    }

    private void sheets(List<String> faults) {
        for (String prefix : told.applied) {
            Integer rows = jdbc.queryForObject(
                    "select count(*) from matters.matter where number like ?", Integer.class, prefix + "%");
            if (rows != Load.ROWS) {
                faults.add("ledger sheet " + prefix + " was applied and " + rows + " of its rows are there");
            }
        }
    }

    /** Each change stands with its ledger entry or not at all. */
    private void entries(List<String> faults) {
        faults.addAll(jdbc.queryForList("""
                select 'matter ' || m.id || ' has version ' || m.version || ' and ' || coalesce(e.n, 0) || ' entries'
                from matters.matter m
                left join (select subject, count(*) as n from platform.entry where kind = 'matter' group by subject) e
                    on e.subject = m.id
                where m.version <> coalesce(e.n, 0) limit 20
                """, String.class));
    }

    /** The seals fit what they seal. */
    private void ledger(List<String> faults) {
        PrintStream terminal = System.out;
        var said = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            if (verify.run(List.of()) != 0) {
                faults.add("the ledger does not verify: " + said.toString(StandardCharsets.UTF_8));
            }
        } finally {
            System.setOut(terminal);
        }
    }
}
