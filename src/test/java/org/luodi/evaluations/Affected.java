package org.luodi.evaluations;

import java.util.ArrayList;
import java.util.List;
import org.luodi.matters.Command;
import org.luodi.matters.Detail;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.matters.Verb;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.voice.NewReport;
import org.luodi.voice.Receipt;
import org.luodi.voice.ReportId;
import org.luodi.voice.Voices;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Matters that settle, and people whom they concern. */
class Affected {

    private static int phones;

    final Matters matters;
    private final Voices voices;
    private final JdbcClient jdbc;

    Affected(Matters matters, Voices voices, JdbcClient jdbc) {
        this.matters = matters;
        this.voices = voices;
        this.jdbc = jdbc;
    }

    /** Raised at a unit and on its way. */
    MatterId acting(Unit unit, Scope county) {
        MatterId id =
                matters.raise(new NewMatter(null, unit.id(), 12, 1, 2, null, null, Detail.titled("村口路灯不亮")), county);
        move(id, of(id, Verb.PLACE, county).due(Today.day().plusDays(30)), county);
        move(id, of(id, Verb.ACT, county).measures("换灯"), county);
        return id;
    }

    void settle(MatterId id, Scope county) {
        move(id, of(id, Verb.SETTLE, county).solution("已换灯", "每月巡查"), county);
    }

    /** Once more after it came back. */
    void redo(MatterId id, Scope county) {
        move(id, of(id, Verb.ACT, county).measures("重新布线").due(Today.day().plusDays(40)), county);
        settle(id, county);
    }

    Command of(MatterId id, Verb verb, Scope scope) {
        return Command.of(verb, matter(id, scope).version(), "说明");
    }

    Matter matter(MatterId id, Scope scope) {
        return matters.visible(id, scope).matter();
    }

    Matter move(MatterId id, Command command, Scope scope) {
        return matters.move(id, command, scope);
    }

    /** Somebody who reported the matter, with a phone of his own or that of another. */
    Receipt reporter(MatterId id, Unit unit, String phone) {
        Receipt receipt = voices.receive(NewReport.of(unit.id(), "路灯不亮").reachedAt(phone, false));
        tie(open(receipt), id);
        return receipt;
    }

    Receipt metoo(Receipt first, MatterId id, String phone) {
        Receipt receipt = voices.meToo(first.code(), NewReport.of(null, null).reachedAt(phone, false));
        tie(open(receipt), id);
        return receipt;
    }

    /** People of a place who agreed to be asked about other things. */
    List<Receipt> circle(Unit unit, int size) {
        List<Receipt> circle = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            circle.add(voices.receive(NewReport.of(unit.id(), "别的事").reachedAt(phone(), true)));
        }
        return circle;
    }

    static String phone() {
        return "138" + String.format("%08d", ++phones);
    }

    ReportId open(Receipt receipt) {
        return voices.authenticated(receipt.code(), receipt.secret()).orElseThrow();
    }

    void tie(ReportId report, MatterId matter) {
        jdbc.sql("""
                        update voice.report set matter = :matter, due = null,
                               stage = case when echo_of is null then 'taken' else 'joined' end
                        where id = :id
                        """)
                .param("matter", matter.value())
                .param("id", report.value())
                .update();
    }

    /** Somebody who works at a unit. */
    static Scope as(Role role, Unit unit, Place place) {
        return place.scope(place.account(role, unit));
    }
}
