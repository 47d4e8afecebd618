package org.luodi.bench;

import java.time.Duration;
import java.util.List;
import org.luodi.claims.Answer;
import org.luodi.claims.ClaimId;
import org.luodi.claims.ClaimMoves;
import org.luodi.claims.Claims;
import org.luodi.claims.Lever;
import org.luodi.claims.NewClaim;
import org.luodi.matters.Command;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.Verb;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.platform.identity.Actor;
import org.luodi.world.Today;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A class of matters of one root: sent up by a province, claimed by the nation, and everybody below asked whether it is gone. */
final class ClassPart {

    private static final int COUNT = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final ApplicationContext application;
    private final JdbcTemplate jdbc;
    private final Actor actor;
    private final Table table;
    private Scope scope;

    ClassPart(ApplicationContext application, Actor actor, Table table) {
        this.application = application;
        this.jdbc = application.getBean(JdbcTemplate.class);
        this.actor = actor;
        this.table = table;
    }

    void run() throws InterruptedException {
        int nation = jdbc.queryForObject("select id from organisation.unit where code = '0'", Integer.class);
        int province = jdbc.queryForObject(
                "select id from organisation.unit where superior = ? order by position_end - position desc limit 1",
                Integer.class,
                nation);
        List<MatterId> matters = jdbc.queryForList("""
                        select m.id from matters.matter m, organisation.unit u
                        where u.id = ? and m.position >= u.position and m.position < u.position_end
                          and m.stage in ('raised', 'placed', 'acting') and m.root is null order by m.id limit ?
                        """, Long.class, province, COUNT).stream()
                .map(MatterId::new)
                .toList();
        // Whoever sends holds a role at the very unit that sends.
        Grants grants = application.getBean(Grants.class);
        grants.grantBySystem(new Grants.NewGrant(actor.id(), Role.CLERK, new UnitId(province), Line.TERRITORIAL));
        scope = grants.scopeOf(actor);
        Claims claims = application.getBean(Claims.class);
        long began = System.nanoTime();
        ClaimId claim = claims.send(
                new NewClaim(new UnitId(province), new UnitId(nation), Lever.RULE, "规定没有更新", matters), scope);
        double sent = TreePart.seconds(began);
        int version = claims.visible(claim, scope).claim().version();
        Answer.Root root = new Answer.Root(null, "规定没有更新", Today.day().plusDays(60));
        claims.answer(claim, Answer.of(ClaimMoves.Verb.CLAIM, version, "由我们修订").root(root), scope);
        MatterId held = claims.visible(claim, scope).claim().root();
        await("select count(*) from matters.matter where root = ? and stage = 'acting'", held, matters.size());
        double tied = TreePart.seconds(began);
        settle(held);
        await("select count(*) from matters.matter where root = ? and stage = 'settled'", held, matters.size());
        double all = TreePart.seconds(began);
        table.row(
                "%,d matters of one root: sent up, claimed, settled, everybody below asked".formatted(matters.size()),
                "≤ 30 s",
                Table.text("%.1f s (%.1f to send, %.1f to tie, %.1f to ask)", all, sent, tied - sent, all - tied),
                all <= 30);
    }

    private void settle(MatterId root) {
        Matters matters = application.getBean(Matters.class);
        List<Command> commands = List.of(
                Command.of(Verb.PLACE, 0, null).due(Today.day().plusDays(60)),
                Command.of(Verb.ACT, 0, null).measures("修订"),
                Command.of(Verb.SETTLE, 0, null).solution("已修订", "新规定"));
        for (Command c : commands) {
            int version = matters.visible(root, scope).matter().version();
            Command command = new Command(c.verb(), version, null, c.due(), null, null, c.words(), null, null, null);
            matters.move(root, command, scope);
        }
    }

    private void await(String sql, MatterId root, int count) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (jdbc.queryForObject(sql, Integer.class, root.value()) < count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not done after " + LONGEST);
            }
            Thread.sleep(100);
        }
    }
}
