package org.luodi.matters;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What people wrote about a matter, once, for the problem list, the responsibility list and the task list alike; the
 * columns of a real ledger sheet (mechanisms, 整改台账). Anything but the title may be null.
 */
public record Detail(
        String title,
        String symptoms,
        String causeOwn,
        String causeAbove,
        String leadUnit,
        String helpers,
        String leader,
        String person,
        String standard,
        String measures,
        String division,
        String progress,
        String evidence,
        LocalDate countyAccepted,
        LocalDate cityAccepted,
        LocalDate industryAccepted,
        String solved,
        String lasting,
        LocalDate closedOn,
        String remark) {

    /** A matter of which only the title is known. */
    public static Detail titled(String title) {
        return new Detail(
                title, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null);
    }

    /** The same with what a move added: nulls leave what stands, closing sets its day and a relapse takes it away. */
    Detail after(Command command, Matter now, ZoneId zone) {
        return new Detail(
                title,
                symptoms,
                causeOwn,
                causeAbove,
                leadUnit,
                helpers,
                leader,
                person,
                standard,
                first(command.measures(), measures),
                division,
                first(command.fixed(), progress),
                evidence,
                countyAccepted,
                cityAccepted,
                industryAccepted,
                solved,
                first(command.lasting(), lasting),
                closedOn(now, zone),
                first(command.basis(), remark));
    }

    /** Every text that is there. */
    Stream<String> texts() {
        return Stream.of(
                        title,
                        symptoms,
                        causeOwn,
                        causeAbove,
                        leadUnit,
                        helpers,
                        leader,
                        person,
                        standard,
                        measures,
                        division,
                        progress,
                        evidence,
                        solved,
                        lasting,
                        remark)
                .filter(Objects::nonNull);
    }

    private LocalDate closedOn(Matter now, ZoneId zone) {
        return switch (now.stage()) {
            case CLOSED -> LocalDate.ofInstant(now.changedAt(), zone);
            case RELAPSED -> null;
            default -> closedOn;
        };
    }

    private static String first(String given, String standing) {
        return given == null || given.isBlank() ? standing : given.strip();
    }
}
