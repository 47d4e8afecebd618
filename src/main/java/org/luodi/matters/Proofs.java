package org.luodi.matters;

/** A module that keeps evidence; a matter closes only with some. */
public interface Proofs {

    /** How many pieces of evidence a matter has now. */
    int of(MatterId id);
}
