package org.luodi.days;

import static org.luodi.matters.Stage.ACTING;
import static org.luodi.matters.Stage.CONFIRMED;
import static org.luodi.matters.Stage.PLACED;
import static org.luodi.matters.Stage.RAISED;
import static org.luodi.matters.Stage.SETTLED;
import static org.luodi.matters.Waiting.BACK;
import static org.luodi.matters.Waiting.OFFICE;
import static org.luodi.matters.Waiting.WORKING;
import static org.luodi.matters.Waiting.Where.BELOW;
import static org.luodi.matters.Waiting.Where.OWN;
import static org.luodi.matters.Waiting.Where.REACH;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import org.luodi.matters.DaySection;
import org.luodi.matters.Stage;
import org.luodi.matters.Waiting;
import org.luodi.matters.Waiting.Wanted;
import org.luodi.organisation.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What of matters belongs to a day, in the order of the page: first what is one's own, then what an office does for those below,
 * then what those below are late with. For whoever works, a matter stands in one place only.
 */
@Configuration(proxyBeanMethods = false)
class MatterSections {

    private static final Set<Stage> UNDER_WAY = Set.of(PLACED, ACTING);
    private static final Set<Stage> LATE = Set.of(PLACED, ACTING, SETTLED);
    private static final Set<Stage> ANY = Set.of(RAISED, PLACED, ACTING, SETTLED, CONFIRMED);
    private static final Set<Role> READING = Set.of(Role.READER);
    private static final Set<Role> LEADING = Set.of(Role.LEADER);
    private static final int WEEK = 7;
    private static final String OVERDUE = "open=true&due=overdue";
    private static final String REOPENED = "open=true&reopened=true";

    private final Waiting waiting;

    MatterSections(Waiting waiting) {
        this.waiting = waiting;
    }

    @Bean
    DaySection ownOverdue() {
        return own("overdue", 10, day -> new Wanted(OWN, WORKING, UNDER_WAY, null, day.minusDays(1)), OVERDUE);
    }

    @Bean
    DaySection ownBack() {
        return own("back", 20, day -> new Wanted(OWN, WORKING, BACK, null, null), REOPENED);
    }

    @Bean
    DaySection ownToday() {
        return own("today", 30, day -> new Wanted(OWN, WORKING, UNDER_WAY, day, day), "open=true&due=week");
    }

    @Bean
    DaySection ownToConfirm() {
        return new MatterSection(
                "confirm",
                40,
                (scope, today, limit) -> waiting.toConfirm(scope, limit),
                new MatterSection.Listed(WORKING, null, true));
    }

    @Bean
    DaySection ownWeek() {
        return own(
                "week",
                60,
                day -> new Wanted(OWN, WORKING, UNDER_WAY, day.plusDays(1), day.plusDays(WEEK)),
                "open=true&due=week");
    }

    @Bean
    DaySection toSign() {
        return new MatterSection(
                "sign",
                65,
                (scope, today, limit) -> waiting.toSign(scope, limit),
                new MatterSection.Listed(LEADING, null, true));
    }

    @Bean
    DaySection toClose() {
        return new MatterSection(
                "close",
                70,
                (scope, today, limit) -> waiting.toClose(scope, limit),
                new MatterSection.Listed(OFFICE, "stage=confirmed", true));
    }

    @Bean
    DaySection toPlace() {
        return own("place", 80, day -> new Wanted(REACH, OFFICE, Set.of(RAISED), null, null), "stage=raised");
    }

    @Bean
    DaySection toCheck() {
        return new MatterSection("check", 85, waiting::toCheck, new MatterSection.Listed(WORKING, null, true));
    }

    @Bean
    DaySection overdueBelow() {
        return looked("below-overdue", 90, day -> new Wanted(BELOW, WORKING, LATE, null, day.minusDays(1)), OVERDUE);
    }

    @Bean
    DaySection backBelow() {
        return looked("below-back", 95, day -> new Wanted(BELOW, WORKING, BACK, null, null), REOPENED);
    }

    @Bean
    DaySection overdueSeen() {
        return looked("seen-overdue", 90, day -> new Wanted(REACH, READING, ANY, null, day.minusDays(1)), OVERDUE);
    }

    @Bean
    DaySection backSeen() {
        return looked("seen-back", 95, day -> new Wanted(REACH, READING, BACK, null, null), REOPENED);
    }

    private DaySection own(String name, int order, Function<LocalDate, Wanted> wanted, String list) {
        return section(name, order, wanted, new MatterSection.Listed(roles(wanted), list, true));
    }

    private DaySection looked(String name, int order, Function<LocalDate, Wanted> wanted, String list) {
        return section(name, order, wanted, new MatterSection.Listed(roles(wanted), list, false));
    }

    private static Set<Role> roles(Function<LocalDate, Wanted> wanted) {
        return wanted.apply(LocalDate.EPOCH).roles();
    }

    private DaySection section(String name, int order, Function<LocalDate, Wanted> wanted, MatterSection.Listed list) {
        return new MatterSection(
                name, order, (scope, today, limit) -> waiting.list(wanted.apply(today), scope, limit), list);
    }
}
