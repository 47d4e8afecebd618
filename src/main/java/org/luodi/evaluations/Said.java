package org.luodi.evaluations;

/** An answer, and as what it was asked for. */
record Said(Part part, Answer answer) {}
