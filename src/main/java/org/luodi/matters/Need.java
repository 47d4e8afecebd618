package org.luodi.matters;

import org.luodi.platform.Worded;

/** What a move asks for. Each is checked by {@link MatterRules}, and shown on the form and on the help page. */
public enum Need implements Worded {
    /** The unit itself answers, not an upper unit that claimed the root (mechanisms 25). */
    OWN_ANSWER,
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
    /** All tasks done, the helpers' too (mechanisms 26). */
    TASKS_DONE,
    /** What is fixed now (mechanisms 30). */
    FIXED,
    /** Which rule was changed, or why none is needed (mechanisms 30). */
    LASTING,
    /** Something that shows it: files, or what the ledger sheet says. */
    EVIDENCE,
    /** No unit at which it shows still waits or says that it is still there (mechanisms 26). */
    SYMPTOMS_GONE,
    /** No other matter has its root here and still waits for it. */
    SYMPTOM_FREE,
    /** A matter of which a part was claimed closes after that part. */
    ROOT_DONE,
    /** The level that takes what was done, or does not. */
    LEVEL,
    /** Every acceptance the programme asks for. */
    ACCEPTED,
    /** The mark: no signature is asked for without it. */
    MARK,
    /** The leader's own signature where the matter is marked (mechanisms 57). */
    SIGNATURE,
    /** What those affected said. */
    VERDICT,
    /** The verdict solved, where the programme asks for one (mechanisms 53). */
    JUDGED,
    /** The law or rule it rests on. */
    BASIS,
    /** What is to stand instead of what stands. */
    CHANGE,
    /** Proposed by another person. */
    SECOND_PERSON,
    /** Somebody proposed it. */
    PROPOSED,
    /** The look that has come due, or an earlier one. */
    CHECK_DUE,
    /** Its place in the unit's order of importance. */
    IMPORTANCE,
    /** A drive of the programme. */
    DRIVE,
    /** Another open matter that it is the same as. */
    OTHER,
    /** The unit that will answer for it. */
    UNIT
}
