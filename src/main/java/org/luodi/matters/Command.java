package org.luodi.matters;

import java.time.LocalDate;
import org.luodi.organisation.UnitId;

/**
 * A move somebody asks for, with what the move needs; the rest is null.
 *
 * @param version the version the person saw
 * @param note why; goes into the history
 * @param due new day
 * @param unit new answerable unit
 * @param other the matter it is the same as
 * @param measures what will be done
 * @param fixed what is fixed now
 * @param lasting which rule was changed, or why none is needed
 * @param basis legal basis
 */
public record Command(
        Verb verb,
        int version,
        String note,
        LocalDate due,
        UnitId unit,
        MatterId other,
        String measures,
        String fixed,
        String lasting,
        String basis) {

    /** A move that needs nothing but, at most, a reason. */
    public static Command of(Verb verb, int version, String note) {
        return new Command(verb, version, note, null, null, null, null, null, null, null);
    }

    public Command due(LocalDate day) {
        return new Command(verb, version, note, day, unit, other, measures, fixed, lasting, basis);
    }

    public Command unit(UnitId to) {
        return new Command(verb, version, note, due, to, other, measures, fixed, lasting, basis);
    }

    public Command other(MatterId same) {
        return new Command(verb, version, note, due, unit, same, measures, fixed, lasting, basis);
    }

    public Command measures(String text) {
        return new Command(verb, version, note, due, unit, other, text, fixed, lasting, basis);
    }

    public Command solution(String fixedNow, String lastingRule) {
        return new Command(verb, version, note, due, unit, other, measures, fixedNow, lastingRule, basis);
    }

    public Command basis(String text) {
        return new Command(verb, version, note, due, unit, other, measures, fixed, lasting, text);
    }
}
