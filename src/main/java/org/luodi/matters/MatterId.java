package org.luodi.matters;

/** Number of a matter. */
public record MatterId(long value) {}
