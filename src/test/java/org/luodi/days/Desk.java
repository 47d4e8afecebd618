package org.luodi.days;

import java.time.LocalDate;
import org.luodi.matters.Command;
import org.luodi.matters.Detail;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.matters.Verb;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.world.Place;
import org.luodi.world.Today;

/** Matters at any stage, made in the way people make them. */
record Desk(Matters matters, Place place) {

    MatterId raised(Unit unit, LocalDate due) {
        return matters.raise(
                new NewMatter(
                        null,
                        unit.id(),
                        3,
                        3,
                        2,
                        Today.day().minusDays(40),
                        due,
                        Detail.titled("屋顶漏水 " + System.nanoTime())),
                clerk());
    }

    MatterId placed(Unit unit, LocalDate due) {
        MatterId id = raised(unit, due);
        move(id, of(id, Verb.PLACE).due(due), clerk());
        return id;
    }

    MatterId settled(Unit unit, LocalDate due) {
        MatterId id = placed(unit, due);
        Scope clerk = clerk();
        move(id, of(id, Verb.ACT).measures("修").due(due), clerk);
        move(id, of(id, Verb.SETTLE).solution("修好了", "每年检查"), clerk);
        return id;
    }

    MatterId returned(Unit unit, LocalDate due) {
        MatterId id = settled(unit, due);
        move(id, of(id, Verb.RETURN), clerk());
        return id;
    }

    void move(MatterId id, Command command, Scope scope) {
        matters.move(id, command, scope);
    }

    Command of(MatterId id, Verb verb) {
        return Command.of(verb, matters.visible(id, clerk()).matter().version(), "现场看过");
    }

    /** A clerk of the county. */
    Scope clerk() {
        return place.scope(place.account(Role.CLERK, place.county));
    }
}
