package org.luodi.matters;

import java.time.LocalDate;
import java.util.List;
import org.luodi.organisation.UnitId;

/**
 * One thing that waits for somebody.
 *
 * @param href the page it stands on
 * @param title in the words of whoever wrote it
 * @param number as people name it, or null
 * @param unit where it lies, or null
 * @param due the day it is due, or null
 * @param cameBack how often it came back
 * @param note what there is to know beside it, or null
 * @param ways what can be done now, the main thing first; each leads straight to its form
 */
public record DayRow(
        String href, String title, String number, UnitId unit, LocalDate due, int cameBack, Note note, List<Way> ways) {

    public DayRow {
        ways = List.copyOf(ways);
    }

    /** A message with its arguments; tone is good, warn, bad, info or empty. */
    public record Note(String tone, String key, Object... args) {}

    /** Where to go, and the message key of what is done there. */
    public record Way(String href, String key) {}
}
