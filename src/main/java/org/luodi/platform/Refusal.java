package org.luodi.platform;

/**
 * A rule said no: carries a message key and its arguments, so that a person reads what happened, why, and what to do.
 * The web layer answers 422 (409 for {@link #conflict}, 400 for {@link #parameter}) and keeps what was typed.
 */
public final class Refusal extends RuntimeException {

    private enum Kind {
        RULE,
        CONFLICT,
        PARAMETER
    }

    private final String key;
    private final transient Object[] args;
    private final Kind kind;

    private Refusal(String key, Object[] args, Kind kind) {
        super(key, null, false, false);
        this.key = key;
        this.args = args.clone();
        this.kind = kind;
    }

    /** A refusal for a reason that the person can mend. */
    public static Refusal of(String key, Object... args) {
        return new Refusal(key, args, Kind.RULE);
    }

    /** A refusal because somebody else was faster: the record changed meanwhile. */
    public static Refusal conflict(String key, Object... args) {
        return new Refusal(key, args, Kind.CONFLICT);
    }

    /** A refusal of a value in the address; the first argument is the parameter's name. */
    public static Refusal parameter(String key, Object... args) {
        return new Refusal(key, args, Kind.PARAMETER);
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
}
