package org.luodi.matters;

import java.time.LocalDate;
import org.luodi.organisation.UnitId;

/**
 * What only some matters have.
 *
 * @param symptom where it shows, if that is no longer the unit that answers; else null
 * @param root the matter at an upper unit that holds its root, or null (mechanisms 23)
 * @param waits the root's unit answers for the whole; the own day stands still (mechanisms 25)
 * @param marked the leader's own signature is needed to close (mechanisms 57)
 * @param drive key of the drive it belongs to, or null (mechanisms 31)
 * @param importance its place in the unit's order of importance, 1 first, or null (mechanisms 16)
 * @param nextCheck the day of the next look after closing, or null (mechanisms 50)
 * @param proposer who proposed what waits for a second person, or null
 */
public record Traits(
        UnitId symptom,
        MatterId root,
        boolean waits,
        Kind kind,
        boolean marked,
        Integer drive,
        Integer importance,
        LocalDate nextCheck,
        Long proposer) {

    /** What a kind has when it is raised. */
    public static Traits of(Kind kind) {
        return new Traits(null, null, false, kind, false, null, null, null, null);
    }

    Traits shownAt(UnitId unit) {
        return new Traits(unit, root, waits, kind, marked, drive, importance, nextCheck, proposer);
    }

    Traits tied(MatterId to, boolean whole) {
        return new Traits(symptom, to, whole, kind, marked, drive, importance, nextCheck, proposer);
    }

    Traits marked(boolean now) {
        return new Traits(symptom, root, waits, kind, now, drive, importance, nextCheck, proposer);
    }

    Traits inDrive(Integer key) {
        return new Traits(symptom, root, waits, kind, marked, key, importance, nextCheck, proposer);
    }

    Traits important(Integer place) {
        return new Traits(symptom, root, waits, kind, marked, drive, place, nextCheck, proposer);
    }

    Traits checkedOn(LocalDate day) {
        return new Traits(symptom, root, waits, kind, marked, drive, importance, day, proposer);
    }

    Traits proposedBy(Long account) {
        return new Traits(symptom, root, waits, kind, marked, drive, importance, nextCheck, account);
    }
}
