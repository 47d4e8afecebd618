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

import java.util.Set;
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
    private static final Set<Role> READING = Set.of(Role.READER);
    private static final int WEEK = 7;

    private final Waiting waiting;

    MatterSections(Waiting waiting) {
        this.waiting = waiting;
    }

    @Bean
    DaySection ownOverdue() {
        return new MatterSection(
                waiting,
                "overdue",
                10,
                day -> new Wanted(OWN, WORKING, UNDER_WAY, null, day.minusDays(1)),
                "open=true&due=overdue");
    }

    @Bean
    DaySection ownBack() {
        return new MatterSection(
                waiting, "back", 20, day -> new Wanted(OWN, WORKING, BACK, null, null), "open=true&reopened=true");
    }

    @Bean
    DaySection ownToday() {
        return new MatterSection(
                waiting, "today", 30, day -> new Wanted(OWN, WORKING, UNDER_WAY, day, day), "open=true&due=week");
    }

    @Bean
    DaySection ownToConfirm() {
        return new MatterSection(
                waiting, "confirm", 40, day -> new Wanted(OWN, WORKING, Set.of(SETTLED), null, null), "stage=settled");
    }

    @Bean
    DaySection ownWeek() {
        return new MatterSection(
                waiting,
                "week",
                60,
                day -> new Wanted(OWN, WORKING, UNDER_WAY, day.plusDays(1), day.plusDays(WEEK)),
                "open=true&due=week");
    }

    @Bean
    DaySection toClose() {
        return new MatterSection(
                waiting,
                "close",
                70,
                day -> new Wanted(REACH, OFFICE, Set.of(CONFIRMED), null, null),
                "stage=confirmed");
    }

    @Bean
    DaySection toPlace() {
        return new MatterSection(
                waiting, "place", 80, day -> new Wanted(REACH, OFFICE, Set.of(RAISED), null, null), "stage=raised");
    }

    @Bean
    DaySection overdueBelow() {
        return new MatterSection(
                waiting,
                "below-overdue",
                90,
                day -> new Wanted(BELOW, WORKING, LATE, null, day.minusDays(1)),
                "open=true&due=overdue");
    }

    @Bean
    DaySection backBelow() {
        return new MatterSection(
                waiting,
                "below-back",
                95,
                day -> new Wanted(BELOW, WORKING, BACK, null, null),
                "open=true&reopened=true");
    }

    @Bean
    DaySection overdueSeen() {
        return new MatterSection(
                waiting,
                "seen-overdue",
                90,
                day -> new Wanted(
                        REACH, READING, Set.of(RAISED, PLACED, ACTING, SETTLED, CONFIRMED), null, day.minusDays(1)),
                "open=true&due=overdue");
    }

    @Bean
    DaySection backSeen() {
        return new MatterSection(
                waiting,
                "seen-back",
                95,
                day -> new Wanted(REACH, READING, BACK, null, null),
                "open=true&reopened=true");
    }
}
