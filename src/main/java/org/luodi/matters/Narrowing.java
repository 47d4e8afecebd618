package org.luodi.matters;

import java.time.LocalDate;
import java.time.YearMonth;
import org.luodi.platform.Where;

/** What a filter asks of the rows of a list, as SQL. */
final class Narrowing {

    private Narrowing() {}

    /** All of it but the unit, the scope, and whether it is open. */
    static Where of(MatterFilter filter, LocalDate today) {
        boolean dueWanted = filter.due() != null;
        LocalDate dueFrom = "week".equals(filter.due()) ? today : null;
        LocalDate dueTo = dueWanted ? ("week".equals(filter.due()) ? today.plusDays(7) : today.minusDays(1)) : null;
        return new Where()
                .and(
                        "stage = :stage",
                        "stage",
                        filter.stage() == null ? null : filter.stage().word())
                .and("category = :category", "category", filter.category())
                .and("source = :source", "source", filter.source())
                .and("batch = :batch", "batch", filter.batch())
                .and(
                        "kind = :kind",
                        "kind",
                        filter.kind() == null ? null : filter.kind().word())
                .and(filter.kind() == null || filter.kind() == Kind.PROBLEM ? "true" : "kind <> 'problem'")
                .and("drive = :drive", "drive", filter.drive())
                .and("due_order >= :dueFrom", "dueFrom", dueFrom)
                .and("due_order <= :dueTo", "dueTo", dueTo)
                .and(month(filter))
                .and("raised_on >= :raisedFrom", "raisedFrom", filter.raisedFrom(today))
                .and("raised_on <= :raisedTo", "raisedTo", filter.raisedUpTo(today))
                .and(flags(filter))
                .and("""
                        id in (select d.matter from matters.detail d where d.title ilike :text escape '!')
                        or id = (select n.matter from matters.number n where n.number = :number)
                        """, "text", filter.text() == null ? null : "%" + escaped(filter.text()) + "%")
                .with("number", filter.text() == null ? "" : filter.text());
    }

    private static Where flags(MatterFilter filter) {
        return new Where()
                .and(Boolean.TRUE.equals(filter.reopened()) ? "reopened > 0" : "true")
                .and(Boolean.TRUE.equals(filter.waits()) ? "waits" : "true");
    }

    private static Where month(MatterFilter filter) {
        YearMonth month = filter.month() == null ? null : YearMonth.parse(filter.month());
        return new Where()
                .and("due_order >= :monthFrom", "monthFrom", month == null ? null : month.atDay(1))
                .and("due_order <= :monthTo", "monthTo", month == null ? null : month.atEndOfMonth());
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
