package org.luodi.matters.web;

import java.util.Map;
import org.luodi.matters.Matters;
import org.luodi.matters.Roots;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Slice;

/** A page of the matters that have one root, with the names of the units at which they show. */
public record Symptoms(Roots.Standing standing, Slice<Matters.Told> rows, Map<UnitId, String> names) {}
