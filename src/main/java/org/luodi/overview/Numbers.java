package org.luodi.overview;

import java.time.Instant;
import java.util.List;
import org.luodi.organisation.Line;
import org.luodi.organisation.Unit;

/**
 * The numbers of a unit's subtree on one line.
 *
 * @param own the unit's own matters, without those below it (mechanisms 56)
 * @param asOf every change up to this moment is counted
 */
public record Numbers(
        Unit unit,
        Line line,
        Counters all,
        Counters own,
        List<Share> categories,
        List<Share> sources,
        List<Age> ages,
        Instant asOf) {}
