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
 * @param words what was written with it
 * @param level the level that accepts, or does not
 * @param verdict what those affected said
 * @param number a place in the order of importance, or the key of a drive
 */
public record Command(
        Verb verb,
        int version,
        String note,
        LocalDate due,
        UnitId unit,
        MatterId other,
        Said words,
        String level,
        Verdict verdict,
        Integer number) {

    /**
     * Words for the lists.
     *
     * @param measures what will be done
     * @param fixed what is fixed now
     * @param lasting which rule was changed, or why none is needed
     * @param basis legal basis
     * @param evidence where what shows it can be found
     */
    public record Said(String measures, String fixed, String lasting, String basis, String evidence) {

        static final Said NOTHING = new Said(null, null, null, null, null);
    }

    /** A move that needs nothing but, at most, a reason. */
    public static Command of(Verb verb, int version, String note) {
        return new Command(verb, version, note, null, null, null, Said.NOTHING, null, null, null);
    }

    public Command due(LocalDate day) {
        return new Command(verb, version, note, day, unit, other, words, level, verdict, number);
    }

    public Command unit(UnitId to) {
        return new Command(verb, version, note, due, to, other, words, level, verdict, number);
    }

    public Command other(MatterId same) {
        return new Command(verb, version, note, due, unit, same, words, level, verdict, number);
    }

    public Command words(Said said) {
        return new Command(verb, version, note, due, unit, other, said, level, verdict, number);
    }

    public Command measures(String text) {
        return words(new Said(text, words.fixed(), words.lasting(), words.basis(), words.evidence()));
    }

    public Command solution(String fixedNow, String lastingRule) {
        return words(new Said(words.measures(), fixedNow, lastingRule, words.basis(), words.evidence()));
    }

    public Command basis(String text) {
        return words(new Said(words.measures(), words.fixed(), words.lasting(), text, words.evidence()));
    }

    public Command evidence(String text) {
        return words(new Said(words.measures(), words.fixed(), words.lasting(), words.basis(), text));
    }

    public Command level(String name) {
        return new Command(verb, version, note, due, unit, other, words, name, verdict, number);
    }

    public Command verdict(Verdict said) {
        return new Command(verb, version, note, due, unit, other, words, level, said, number);
    }

    public Command number(Integer given) {
        return new Command(verb, version, note, due, unit, other, words, level, verdict, given);
    }

    String measures() {
        return words.measures();
    }

    String fixed() {
        return words.fixed();
    }

    String lasting() {
        return words.lasting();
    }

    String basis() {
        return words.basis();
    }

    String evidence() {
        return words.evidence();
    }
}
