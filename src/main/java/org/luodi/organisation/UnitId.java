package org.luodi.organisation;

/** Number of a unit; stable through renames and moves. */
public record UnitId(int value) {}
