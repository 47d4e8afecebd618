package org.luodi.platform;

/**
 * A rule said no: carries a message key and its arguments, so that a person reads what happened, why, and what to do.
 * The web layer answers 422 (or 409 for {@link #conflict}) and keeps what was typed.
 */
public final class Refusal extends RuntimeException {

    private final String key;
    private final transient Object[] args;
    private final boolean conflict;

    private Refusal(String key, Object[] args, boolean conflict) {
        super(key, null, false, false);
        this.key = key;
        this.args = args.clone();
        this.conflict = conflict;
    }

    /** A refusal for a reason that the person can mend. */
    public static Refusal of(String key, Object... args) {
        return new Refusal(key, args, false);
    }

    /** A refusal because somebody else was faster: the record changed meanwhile. */
    public static Refusal conflict(String key, Object... args) {
        return new Refusal(key, args, true);
    }

    public String key() {
        return key;
    }

    public Object[] args() {
        return args == null ? new Object[0] : args.clone();
    }

    public boolean isConflict() {
        return conflict;
    }
}
