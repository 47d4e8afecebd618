package org.luodi.demonstration;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.luodi.matters.Takeover;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Posts;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.server.FirstRun;
import org.luodi.platform.server.Progress;
import org.luodi.platform.server.Settings;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Component;

/** Fills a new installation: with a demonstration, or with nothing but its three administrators. */
@Component
class Demonstration implements FirstRun {

    /** Stated on the terminal; these accounts exist in a demonstration only. */
    private static final String PASSWORD = "luodi-demo";

    private static final int MATTERS = 5_000;
    private static final int COUNTY_MATTERS = 600;
    private static final int CHUNK = 2000;
    private static final int CITY = 5;
    private static final int COUNTY = 6;
    private static final int LEADER = 7;
    private static final int EDUCATION = 8;

    private final Accounts accounts;
    private final Grants grants;
    private final Posts posts;
    private final Places places;
    private final Takeover takeover;
    private final Tales tales;
    private final Programmes programmes;
    private final boolean wanted;
    private final Clock clock;
    private List<String> closing = List.of();

    Demonstration(
            People people,
            Places places,
            Takeover takeover,
            Tales tales,
            Programmes programmes,
            Settings settings,
            Clock clock) {
        this.accounts = people.accounts();
        this.grants = people.grants();
        this.posts = people.posts();
        this.places = places;
        this.takeover = takeover;
        this.tales = tales;
        this.programmes = programmes;
        this.wanted = settings.demo();
        this.clock = clock;
    }

    /** Who there is. */
    @Component
    record People(Accounts accounts, Grants grants, Posts posts) {}

    /** What is told of the demonstration county beside its matters. */
    @Component
    record Tales(Upward upward, Openly openly, Voiced voiced, Heard heard) {

        int fill(Upward.People people, Scope leader, int batch) {
            return upward.fill(people, batch)
                    + openly.fill(new Openly.People(people.county(), leader), batch)
                    + voiced.fill(new Voiced.People(people.village(), people.county(), leader))
                    + heard.fill(people.county());
        }
    }

    @Override
    public int order() {
        return 500;
    }

    @Override
    public void run(Progress progress) {
        try (var step = progress.step("demonstration.step")) {
            boolean fresh = accounts.list(null, 1).rows().isEmpty();
            if (!fresh) {
                step.already();
            } else if (wanted) {
                step.result(fill(step));
            } else {
                firstAdministrators();
            }
            if (wanted && accounts.byLogin("village").isPresent()) {
                closing = closing();
            }
        }
    }

    @Override
    public List<String> closingLines() {
        return closing;
    }

    private int fill(Progress.Step step) {
        posts.fillForDemonstration("党组织书记", "（演示）");
        List<Scope> staff = new ArrayList<>();
        Unit village = places.first(IndustryLines.TOWN);
        for (Staff person : Staff.ALL) {
            staff.add(enter(person));
        }
        Scope secretary = enter(Staff.secretary(village.code()));
        Invented invented = new Invented(20230905, clock.instant(), clock.getZone());
        int batch =
                programmes.current().batchOn(LocalDate.now(clock)).orElseThrow().key();
        List<Takeover.Past> pasts = new ArrayList<>();
        Scope county = staff.get(COUNTY);
        for (Unit unit : places.sample(new Random(1), IndustryLines.COUNTY, COUNTY_MATTERS)) {
            pasts.add(invented.matter(
                    unit.id(), unit.name(), unit.id().equals(village.id()) ? secretary : county, batch));
        }
        for (int i = 0; i < 12; i++) {
            pasts.add(invented.matter(village.id(), village.name(), secretary, batch));
        }
        Scope system = new Scope(Actor.SYSTEM, List.of(), 0);
        for (Unit unit : places.sample(new Random(2), "0", MATTERS)) {
            pasts.add(invented.matter(unit.id(), unit.name(), system, batch));
        }
        for (int i = 0; i < pasts.size(); i += CHUNK) {
            takeover.take(pasts.subList(i, Math.min(pasts.size(), i + CHUNK)));
            step.at(i + CHUNK, pasts.size());
        }
        return pasts.size() + tales.fill(people(secretary, staff), staff.get(LEADER), batch);
    }

    private static Upward.People people(Scope secretary, List<Scope> staff) {
        return new Upward.People(secretary, staff.get(COUNTY), staff.get(CITY), staff.get(EDUCATION));
    }

    private Scope enter(Staff person) {
        return enter(person, PASSWORD);
    }

    private Scope enter(Staff person, String password) {
        Account account = accounts.create(person.login(), person.name(), password, Actor.SYSTEM);
        Unit unit = places.byCode(person.code());
        grants.grantBySystem(new Grants.NewGrant(account.id(), person.role(), unit.id(), person.line()));
        return grants.scopeOf(account.actor());
    }

    /** The three administrators, each with a password of its own that is shown this once: nobody is there yet to confirm them. */
    private void firstAdministrators() {
        List<String> lines = new ArrayList<>();
        for (Staff person : Staff.ADMINISTRATORS) {
            String password = password();
            enter(person, password);
            lines.add(places.text("demonstration.account." + person.login()));
            lines.add(places.text("demonstration.administrator", person.login(), password));
        }
        lines.add(places.text("demonstration.administrator.once"));
        closing = lines;
    }

    static String password() {
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private List<String> closing() {
        List<String> lines = new ArrayList<>();
        lines.add(places.text("demonstration.accounts", PASSWORD));
        List<Staff> all = new ArrayList<>(Staff.ALL);
        all.add(Staff.secretary("-"));
        all.forEach(p ->
                lines.add("  %-10s %s".formatted(p.login(), places.text("demonstration.account." + p.login()))));
        return lines;
    }
}
