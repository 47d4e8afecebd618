package org.luodi.status;

/**
 * One thing that tells how the installation is.
 *
 * @param name with {@code status.sign.} before it the key of its texts: what it is, its definition, what to do
 * @param about which one of several it tells of, such as a job; empty where there is one only
 * @param value a number, a moment or words; null where there is none yet
 */
public record Sign(String name, String about, Object value, Unit unit, Tone tone) {

    /** What a value is counted in. */
    public enum Unit {
        COUNT,
        BYTES,
        SECONDS,
        DAYS,
        MOMENT,
        WORDS
    }

    /** Whether something must be done. */
    public enum Tone {
        PLAIN,
        GOOD,
        WARN,
        BAD
    }

    static Sign of(String name, Object value, Unit unit, Tone tone) {
        return new Sign(name, "", value, unit, tone);
    }
}
