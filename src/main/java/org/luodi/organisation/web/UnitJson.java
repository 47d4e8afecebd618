package org.luodi.organisation.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.luodi.organisation.DatedChange;
import org.luodi.organisation.Gaps;
import org.luodi.organisation.Post;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;

/** Units as the API says them. */
final class UnitJson {

    private UnitJson() {}

    /** A unit as it stands in a list. */
    record Row(
            int id,
            String code,
            String name,
            String unitClass,
            String level,
            Integer superior,
            Integer industrySuperior,
            boolean onIndustryLine,
            LocalDate openedOn,
            LocalDate closedOn,
            List<String> gaps,
            int version) {

        static Row of(Unit unit) {
            return new Row(
                    unit.id().value(),
                    unit.code(),
                    unit.name(),
                    unit.unitClass(),
                    unit.level(),
                    number(unit.superior()),
                    number(unit.industrySuperior()),
                    unit.industry() != null,
                    unit.openedOn(),
                    unit.closedOn(),
                    Gaps.words(unit.gaps()),
                    unit.version());
        }
    }

    /** One line of the history. */
    record Event(String kind, LocalDate on, String before, String after, Integer other, long actor, OffsetDateTime at) {

        static Event of(DatedChange change, ZoneId zone) {
            return new Event(
                    change.kind(),
                    change.on(),
                    change.before(),
                    change.after(),
                    number(change.other()),
                    change.actor(),
                    change.at().atZone(zone).toOffsetDateTime());
        }
    }

    /** A unit with its place, its posts and its history. */
    record Whole(Row unit, List<Row> path, List<Post> posts, List<Event> history) {}

    private static Integer number(UnitId id) {
        return id == null ? null : id.value();
    }
}
