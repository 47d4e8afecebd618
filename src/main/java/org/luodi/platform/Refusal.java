package org.luodi.platform;

/**
 * A rule said no: carries a message key and its arguments, so that a person reads what happened, why, and what to do.
 * The web layer answers 422 (409 for {@link #conflict}, 400 for {@link #parameter}, 429 for {@link #later}) and keeps what was typed.
 */
public final class Refusal extends RuntimeException {

    private enum Kind {
        RULE,
        CONFLICT,
        PARAMETER,
        LATER
    }

    private final String key;
    private final transient Object[] args;
    private final Kind kind;
    private final long seconds;

    private Refusal(String key, Object[] args, Kind kind, long seconds) {
        super(key, null, false, false);
        this.key = key;
        this.args = args.clone();
        this.kind = kind;
        this.seconds = seconds;
    }

    /** A refusal for a reason that the person can mend. */
    public static Refusal of(String key, Object... args) {
        return new Refusal(key, args, Kind.RULE, 0);
    }

    /** A refusal because somebody else was faster: the record changed meanwhile. */
    public static Refusal conflict(String key, Object... args) {
        return new Refusal(key, args, Kind.CONFLICT, 0);
    }

    /** A refusal of a value in the address; the first argument is the parameter's name. */
    public static Refusal parameter(String key, Object... args) {
        return new Refusal(key, args, Kind.PARAMETER, 0);
    }

    /** A refusal because it came too often; the same may be sent again after so many seconds. */
    public static Refusal later(long seconds, String key, Object... args) {
        return new Refusal(key, args, Kind.LATER, seconds);
    }

    public String key() {
        return key;
    }

    public Object[] args() {
        return args == null ? new Object[0] : args.clone();
    }

    public boolean isConflict() {
        return kind == Kind.CONFLICT;
    }

    public boolean isParameter() {
        return kind == Kind.PARAMETER;
    }

    public boolean isLater() {
        return kind == Kind.LATER;
    }

    /** After how many seconds the same may be sent again; 0 where time changes nothing. */
    public long seconds() {
        return seconds;
    }
}
