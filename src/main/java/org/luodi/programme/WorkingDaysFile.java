package org.luodi.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the calendar of working days and tells every fault with its line: a wrong day would shorten somebody's term. */
final class WorkingDaysFile {

    private final List<String> faults = new ArrayList<>();
    private final Set<LocalDate> holidays = new HashSet<>();
    private final Set<LocalDate> makeUp = new HashSet<>();
    private int lastYear;

    private WorkingDaysFile() {}

    static WorkingDays.Calendar read(String name, String text) {
        WorkingDaysFile file = new WorkingDaysFile();
        YamlNode top = new YamlNode(ProgrammeFile.compose(name, text), file.faults);
        top.only("years");
        top.list("years").forEach(file::year);
        if (!file.faults.isEmpty()) {
            throw new ProgrammeFault(name, file.faults);
        }
        return new WorkingDays.Calendar(Set.copyOf(file.holidays), Set.copyOf(file.makeUp), file.lastYear);
    }

    private void year(YamlNode node) {
        node.only("year", "announced", "holidays", "make-up");
        int year = node.number("year", 2000, 2999);
        if (year > 0 && year <= lastYear) {
            node.fault("twice", year);
        }
        lastYear = Math.max(lastYear, year);
        node.day("announced");
        node.list("holidays").forEach(h -> holiday(h, year));
        node.list("make-up").forEach(d -> makeUp(d, year));
    }

    private void holiday(YamlNode node, int year) {
        node.only("name", "from", "to");
        node.text("name");
        LocalDate from = node.day("from");
        LocalDate to = node.day("to");
        if (from == null || to == null) {
            return;
        }
        if (to.isBefore(from)) {
            node.fault("order", to.toString(), from.toString());
        } else if (to.getYear() != year) {
            node.fault("year", to.toString(), Integer.toString(year));
        }
        from.datesUntil(to.plusDays(1)).forEach(day -> once(holidays, day, node));
    }

    private void makeUp(YamlNode node, int year) {
        LocalDate day = node.asDay("make-up");
        if (day == null) {
            return;
        }
        if (day.getYear() != year) {
            node.fault("year", day.toString(), Integer.toString(year));
        }
        if (!WorkingDays.isWeekend(day)) {
            node.fault("weekday", day.toString());
        }
        if (holidays.contains(day)) {
            node.fault("again", day.toString());
        }
        once(makeUp, day, node);
    }

    private static void once(Set<LocalDate> days, LocalDate day, YamlNode node) {
        if (!days.add(day)) {
            node.fault("again", day.toString());
        }
    }
}
