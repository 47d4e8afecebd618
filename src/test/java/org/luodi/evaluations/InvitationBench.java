package org.luodi.evaluations;

import java.util.List;
import org.luodi.matters.MatterId;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Draws and queues a hundred thousand invitations: twenty thousand matters that settle in places where people agreed to be asked. */
public final class InvitationBench {

    private static final int MATTERS = 20_000;
    private static final int PORTION = 2000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final AskingOpening opening;

    public InvitationBench(ApplicationContext application) {
        this.jdbc = application.getBean(JdbcTemplate.class);
        this.transaction = application.getBean(TransactionTemplate.class);
        this.opening = application.getBean(AskingOpening.class);
    }

    /** How many, and in what time. */
    public record Seen(long invitations, double seconds) {}

    /** Makes the people, then measures until the last invitation lies in its queue. */
    public Seen measure() {
        List<Long> matters = people();
        long before = count();
        long began = System.nanoTime();
        for (int i = 0; i < matters.size(); i += PORTION) {
            List<MatterId> ids = matters.subList(i, Math.min(matters.size(), i + PORTION)).stream()
                    .map(MatterId::new)
                    .toList();
            transaction.executeWithoutResult(status -> opening.openSettled(ids));
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Seen(count() - before, seconds);
    }

    private long count() {
        return jdbc.queryForObject("select count(*) from evaluations.letter", Long.class);
    }

    /** Six people with a mail address in the unit of each of the matters, which are settled. */
    private List<Long> people() {
        List<Long> matters = jdbc.queryForList("""
                select min(id) from matters.matter where stage in ('settled', 'confirmed') and symptom is null
                group by unit order by 1 limit ?
                """, Long.class, MATTERS);
        jdbc.update("""
                with place as (
                    select m.unit, m.position, p from matters.matter m cross join generate_series(1, 6) p where m.id = any(?)
                ), report as (
                    insert into voice.report (code, secret, stage, place, receiver, receiver_position, asked, asked_position,
                                              way, received_on, asked_on, changed_by, changed_at)
                    select 'R' || upper(translate(substr(md5(unit || ' ' || p), 1, 10), 'ilou', '0000')),
                           sha256((unit || ' ' || p)::bytea), 'withdrawn', unit, unit, position, unit, position,
                           'web', current_date, current_date, 0, now()
                    from place on conflict do nothing returning id, place, receiver_position
                )
                insert into voice.contact (report, kind, cipher, key, circle, place, position)
                select id, 'mail', '\\x00'::bytea, sha256(id::text::bytea), true, place, receiver_position from report
                """, (Object) matters.toArray(Long[]::new));
        jdbc.execute("analyze voice.contact");
        return matters;
    }
}
