package org.luodi.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.luodi.matters.Command;
import org.luodi.matters.Detail;
import org.luodi.matters.NewMatter;
import org.luodi.matters.Takeover;
import org.luodi.matters.Task;
import org.luodi.matters.Verb;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;

/** Invents matters with a believable past, always the same for one seed and one day. */
final class Invented {

    private static final int[] SOURCES = {1, 1, 2, 3, 3, 3, 4, 5, 6, 7};
    private static final List<Verb> ROAD = List.of(Verb.PLACE, Verb.ACT, Verb.SETTLE, Verb.CONFIRM, Verb.CLOSE);

    private final Random random;
    private final Instant now;
    private final ZoneId zone;

    Invented(long seed, Instant now, ZoneId zone) {
        this.random = new Random(seed);
        this.now = now.truncatedTo(ChronoUnit.HOURS);
        this.zone = zone;
    }

    /** A matter at a unit, raised within the last 80 days, moved as far as chance takes it. */
    Takeover.Past matter(UnitId unit, String place, Scope by, int batch) {
        Stories.Story story = Stories.ALL.get(random.nextInt(Stories.ALL.size()));
        Instant raised = now.minus(2 + random.nextInt(80), ChronoUnit.DAYS).minus(random.nextInt(9), ChronoUnit.HOURS);
        LocalDate day = LocalDate.ofInstant(raised, zone);
        LocalDate due = day.plusDays(20 + random.nextInt(90));
        int source = SOURCES[random.nextInt(SOURCES.length)];
        Detail detail = detail(story, place);
        List<Takeover.Moment> moves = moves(raised, by, due, story);
        boolean dated = !moves.isEmpty();
        NewMatter matter = new NewMatter(null, unit, story.category(), source, batch, day, dated ? due : null, detail);
        boolean done = moves.stream().anyMatch(m -> m.command().verb() == Verb.SETTLE);
        return new Takeover.Past(matter, raised, by, moves, tasks(story, due, done));
    }

    private List<Takeover.Moment> moves(Instant raised, Scope by, LocalDate due, Stories.Story story) {
        List<Takeover.Moment> moves = new ArrayList<>();
        int steps = random.nextInt(20) < 3 ? 0 : 1 + random.nextInt(ROAD.size());
        Instant at = raised;
        for (int i = 0; i < steps; i++) {
            at = at.plus(8 + random.nextInt(120), ChronoUnit.HOURS);
            if (at.isAfter(now)) {
                return moves;
            }
            Verb verb = ROAD.get(i);
            if (verb == Verb.CONFIRM && random.nextInt(6) == 0) {
                moves.add(moment(Command.of(Verb.RETURN, 0, "现场看过，问题还在，请重新整改"), at, by));
                return moves;
            }
            moves.add(moment(command(verb, due, story), at, by));
        }
        boolean cameBack = steps == ROAD.size() && random.nextInt(9) == 0;
        Instant later = at.plus(10, ChronoUnit.DAYS);
        if (cameBack && later.isBefore(now)) {
            moves.add(moment(Command.of(Verb.RELAPSE, 0, "回头看时发现又出现了"), later, by));
        }
        return moves;
    }

    private static Command command(Verb verb, LocalDate due, Stories.Story story) {
        return switch (verb) {
            case PLACE -> Command.of(verb, 0, null).due(due);
            case ACT -> Command.of(verb, 0, null).measures(story.measures()).due(due);
            case SETTLE -> Command.of(verb, 0, null).solution("已按措施整改到位", "已写入本单位制度，今后照此办理");
            case CONFIRM -> Command.of(verb, 0, "已到现场核实，现象消失");
            default -> Command.of(verb, 0, null);
        };
    }

    private static Takeover.Moment moment(Command command, Instant at, Scope by) {
        return new Takeover.Moment(command, at, by);
    }

    private List<Task> tasks(Stories.Story story, LocalDate due, boolean done) {
        if (random.nextInt(8) != 0) {
            return List.of();
        }
        String[] parts = story.measures().split("，");
        List<Task> tasks = new ArrayList<>();
        for (String part : parts) {
            LocalDate doneOn = done ? due.minusDays(5) : null;
            tasks.add(new Task(0, part, null, due, doneOn, done ? "现场照片存档" : null, null, null));
        }
        return tasks;
    }

    private static Detail detail(Stories.Story story, String place) {
        return new Detail(
                place + story.title(),
                story.symptoms(),
                story.cause(),
                story.above(),
                place,
                null,
                null,
                null,
                "群众认可，不再反复",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Detail.Own.NONE);
    }
}
