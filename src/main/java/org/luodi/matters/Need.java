package org.luodi.matters;

import java.util.Locale;

/** What a move asks for. Each is checked by {@link MatterRules}, and shown on the form and on the help page. */
public enum Need {
    /** Why: shown in the history. */
    REASON,
    /** The day by which it is to be solved. */
    DUE,
    /** A day given now, not in the past: what came back gets a new one. */
    NEW_DUE,
    /** A later day than the present one. */
    LATER_DUE,
    /** What will be done. */
    MEASURES,
    /** A plan given now: what came back is not mended by the old one (返工). */
    NEW_MEASURES,
    /** All tasks done. */
    TASKS_DONE,
    /** What is fixed now (mechanisms 30). */
    FIXED,
    /** Which rule was changed, or why none is needed (mechanisms 30). */
    LASTING,
    /** The law or rule it rests on. */
    BASIS,
    /** Another open matter that it is the same as. */
    OTHER,
    /** The unit that will answer for it. */
    UNIT;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
