package org.luodi.claims;

/** Number of a claim. */
public record ClaimId(long value) {}
