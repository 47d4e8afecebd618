package org.luodi.matters;

import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.world.Place;
import org.luodi.world.Today;

/** Brings what a close of a confirmed matter rests on besides evidence: every acceptance, the word of those affected. */
public final class Closing {

    private final Matters matters;
    private final Place place;

    public Closing(Matters matters, Place place) {
        this.matters = matters;
        this.place = place;
    }

    /** From confirmed to everything that a close asks for. */
    public void ready(MatterId id) {
        Scope county = place.as(Role.CLERK, place.county);
        Scope city = place.as(Role.CLERK, place.city);
        matters.move(id, command(id, Verb.ACCEPT, county).level("county"), county);
        matters.move(id, command(id, Verb.ACCEPT, city).level("city"), city);
        matters.move(id, command(id, Verb.JUDGE, county).verdict(verdict(true)), county);
    }

    static Verdict verdict(boolean solved) {
        return new Verdict(solved, solved, true, "paper", Today.day());
    }

    private Command command(MatterId id, Verb verb, Scope scope) {
        return Command.of(verb, matters.visible(id, scope).matter().version(), "看过");
    }
}
