package org.luodi.voice;

import java.time.LocalDate;
import java.util.List;
import org.luodi.matters.MatterId;

/** What a module above has to say to a reporter on the page that follows a report. */
public interface Following {

    /** Lines for this report, the most urgent first; {@code matter} is null where it has become none. */
    List<Line> lines(ReportId report, MatterId matter);

    /** What the module keeps of this reporter, for the file of all that is kept; only key and arguments count. */
    default List<Line> kept(ReportId report) {
        return List.of();
    }

    /**
     * One line.
     *
     * @param key of the message, with its arguments
     * @param day it is about, or null
     * @param href where to go, with the message key {@code way} of what is done there; both may be null
     */
    record Line(String key, List<Object> args, LocalDate day, String href, String way) {}
}
