package org.luodi.voice.web;

import java.time.LocalDate;
import java.util.Map;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Slice;
import org.luodi.programme.Programme;
import org.luodi.voice.ReportRow;
import org.luodi.voice.Reports;
import org.luodi.voice.Stage;

/**
 * A list of reports at the desk.
 *
 * @param writes whether this person may write down what somebody tells him
 */
public record DeskListPage(
        Reports.Filter filter,
        Slice<ReportRow> slice,
        Map<UnitId, String> units,
        Programme programme,
        LocalDate today,
        boolean paged,
        boolean writes) {

    /** Open ones at one stage; all of them for null. */
    public String open(Stage stage) {
        return url(new Reports.Filter(true, stage, filter.own()));
    }

    public String answered() {
        return url(new Reports.Filter(false, null, filter.own()));
    }

    /** The same list with, or without, those of units below. */
    public String widened() {
        return url(new Reports.Filter(filter.open(), filter.stage(), !filter.own()));
    }

    public boolean isOpen(Stage stage) {
        return filter.open() && filter.stage() == stage;
    }

    public String first() {
        return paged ? url(filter) : null;
    }

    public String next() {
        return slice.next() == null ? null : url(filter) + "&cursor=" + slice.next();
    }

    private static String url(Reports.Filter f) {
        String stage = f.stage() == null ? "" : "&stage=" + f.stage().word();
        return "/voice/desk?open=" + f.open() + stage + (f.own() ? "&own=true" : "");
    }
}
