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
        String remark,
        Own own) {

    /**
     * What only some kinds ask for.
     *
     * @param since since when it shows, or the day of the first petition
     * @param affected for whom it is a problem, or whom the deed helps
     * @param outcome what will be different
     * @param proof what shows it on site
     */
    public record Own(LocalDate since, String affected, String outcome, String proof) {

        public static final Own NONE = new Own(null, null, null, null);
    }

    /** A matter of which only the title is known. */
    public static Detail titled(String title) {
        return new Detail(
                title, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, Own.NONE);
    }

    /** The same with what shows. */
    public Detail showing(String what) {
        return new Detail(
                title,
                what,
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
                countyAccepted,
                cityAccepted,
                industryAccepted,
                solved,
                lasting,
                closedOn,
                remark,
                own);
    }

    /** The same with what only its kind asks for. */
    public Detail about(Own special) {
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
                measures,
                division,
                progress,
                evidence,
                countyAccepted,
                cityAccepted,
                industryAccepted,
                solved,
                lasting,
                closedOn,
                remark,
                special);
    }

    /** The same with what a move added: nulls leave what stands, closing sets its day and a relapse takes it away. */
    Detail after(Command command, Matter now, ZoneId zone) {
        Moved moved = new Moved(now, zone);
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
                first(command.evidence(), evidence),
                accepted("county", countyAccepted, command, moved),
                accepted("city", cityAccepted, command, moved),
                accepted("industry", industryAccepted, command, moved),
                solved,
                first(command.lasting(), lasting),
                closedOn(command, moved),
                first(command.basis(), remark),
                own);
    }

    private record Moved(Matter now, ZoneId zone) {}

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
                        remark,
                        own.affected(),
                        own.outcome(),
                        own.proof())
                .filter(Objects::nonNull);
    }

    /** The day on which a level accepted; what comes back is to be accepted anew. */
    private static LocalDate accepted(String level, LocalDate standing, Command command, Moved moved) {
        Stage stage = moved.now().stage();
        if (stage == Stage.RETURNED || stage == Stage.RELAPSED) {
            return null;
        }
        boolean now = command.verb() == Verb.ACCEPT && level.equals(command.level());
        return now ? LocalDate.ofInstant(moved.now().changedAt(), moved.zone()) : standing;
    }

    /** The day of the close, whatever is done afterwards, until it relapses. */
    private LocalDate closedOn(Command command, Moved moved) {
        if (moved.now().stage() == Stage.RELAPSED) {
            return null;
        }
        return command.verb() == Verb.CLOSE ? LocalDate.ofInstant(moved.now().changedAt(), moved.zone()) : closedOn;
    }

    private static String first(String given, String standing) {
        return given == null || given.isBlank() ? standing : given.strip();
    }
}
