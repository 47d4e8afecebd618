package org.luodi.demonstration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.luodi.matters.Detail;
import org.luodi.matters.Kind;
import org.luodi.matters.MatterFilter;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.matters.Stage;
import org.luodi.organisation.Line;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.promises.NewPromise;
import org.luodi.promises.OpenDoors;
import org.luodi.promises.Promises;
import org.springframework.stereotype.Component;

/** What a county has put up for the public: problems in every state, deeds that people support, and one that waits for release. */
@Component
class Openly {

    private static final int OPEN = 20;
    private static final int CLOSED = 6;
    private static final int DUE = 90;
    private static final int CARE = 4;
    private static final int INTAKE = 3;

    private final Promises promises;
    private final OpenDoors doors;
    private final Matters matters;
    private final Places places;
    private final Clock clock;

    Openly(Promises promises, OpenDoors doors, Matters matters, Places places, Clock clock) {
        this.promises = promises;
        this.doors = doors;
        this.matters = matters;
        this.places = places;
        this.clock = clock;
    }

    /** Who puts up and who releases. */
    record People(Scope office, Scope leader) {}

    /** A deed of the county: whom it helps, what will be different, and how many already want it. */
    private record Deed(String title, String whom, String outcome, int supporters) {}

    private static final List<Deed> DEEDS = List.of(
            new Deed("在北片三个村合办一个托育点", "有三岁以下孩子的家庭", "上班时间孩子有人照看，每月不超过六百元", 23),
            new Deed("给独居老人家里装扶手和夜灯", "七十岁以上独居老人", "起夜和上下台阶有扶、有光", 41),
            new Deed("县医院每周两天下乡坐诊", "看病不便的山区村民", "常见病不出镇就能看", 17));

    /** Makes them; returns how many. */
    int fill(People people, int batch) {
        Unit county = places.byCode(IndustryLines.COUNTY);
        MatterFilter all = MatterFilter.of(county.id(), Line.TERRITORIAL);
        List<Matters.Told> open = matters.list(all, people.office(), null, OPEN).rows();
        List<Matters.Told> closed = matters.list(all.at(Stage.CLOSED), people.office(), null, CLOSED)
                .rows();
        open.stream().skip(1).forEach(told -> publish(told, people));
        open.stream().limit(1).forEach(told -> propose(told, people));
        closed.forEach(told -> publish(told, people));
        DEEDS.forEach(deed -> publish(raised(deed, county, people, batch), people, deed));
        return open.size() + closed.size() + DEEDS.size();
    }

    private void publish(Matters.Told told, People people) {
        promises.move(propose(told, people), "publications", null, people.leader());
    }

    private long propose(Matters.Told told, People people) {
        String words = told.detail().symptoms() == null
                ? told.detail().title()
                : told.detail().symptoms();
        return promises.propose(
                new NewPromise(told.matter().id(), told.detail().title(), words, List.of()), people.office());
    }

    private Matters.Told raised(Deed deed, Unit county, People people, int batch) {
        LocalDate today = LocalDate.now(clock);
        Detail titled = Detail.titled(deed.title()).about(new Detail.Own(null, deed.whom(), deed.outcome(), null));
        NewMatter matter = new NewMatter(null, county.id(), CARE, INTAKE, batch, today, today.plusDays(DUE), titled);
        return matters.visible(matters.raise(matter.with(Kind.DEED, false, null), people.office()), people.office());
    }

    private void publish(Matters.Told told, People people, Deed deed) {
        long id = promises.propose(
                new NewPromise(
                        told.matter().id(), deed.title(), deed.outcome() + "。受益：" + deed.whom() + "。", List.of()),
                people.office());
        promises.move(id, "publications", null, people.leader());
        for (int i = 0; i < deed.supporters(); i++) {
            doors.support(id, "demonstration-supporter-" + i);
        }
    }
}
