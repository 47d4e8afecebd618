package org.luodi.overview;

import org.luodi.organisation.Unit;

/** A unit directly below, with the numbers of its own subtree. */
public record Child(Unit unit, Counters counters) {}
