package org.luodi.torture;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.TreeChange;
import org.luodi.organisation.TreeChanges;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.server.EmbeddedPostgres;
import org.luodi.platform.server.Progress;
import org.luodi.world.Applications;
import org.springframework.context.ConfigurableApplicationContext;

/** A small county to be tortured: its villages, and an account with a token that may do anything there. */
final class TortureWorld {

    private static final int TOWNS = 4;
    private static final int VILLAGES = 24;

    private TortureWorld() {}

    /** Who works, and where. */
    record People(String token, List<Integer> villages, List<String> names, LocalDate due) {}

    static People make(Path data) throws Exception {
        try (var server = EmbeddedPostgres.start(data, Map.of(), Progress.silent());
                var application = Applications.on(server.login("luodi"), data, "--luodi.tree=false")) {
            return people(application);
        }
    }

    private static People people(ConfigurableApplicationContext application) {
        Accounts accounts = application.getBean(Accounts.class);
        Grants grants = application.getBean(Grants.class);
        Actor actor = accounts.create("torture", "试验", "measured, not asserted", Actor.SYSTEM)
                .actor();
        UnitId root = application.getBean(Units.class).byCode("0").orElseThrow().id();
        for (Role role : List.of(Role.CLERK, Role.SECRETARY)) {
            grants.grantBySystem(new Grants.NewGrant(actor.id(), role, root, Line.TERRITORIAL));
        }
        TreeChanges changes = application.getBean(TreeChanges.class);
        List<UnitId> towns = new ArrayList<>();
        for (int i = 0; i < TOWNS; i++) {
            towns.add(changes.make(add("T" + i, "试验镇" + i, "town", root), grants.scopeOf(actor)));
        }
        List<Integer> villages = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < VILLAGES; i++) {
            TreeChange.Add add = add("V" + i, "试验村" + i, "village", towns.get(i % TOWNS));
            villages.add(changes.make(add, grants.scopeOf(actor)).value());
            names.add("试验村" + i);
        }
        String token = accounts.createToken(actor, "torture");
        return new People(token, villages, names, LocalDate.now().plusYears(1));
    }

    private static TreeChange.Add add(String code, String name, String level, UnitId superior) {
        return new TreeChange.Add(new TreeChange.NewUnit(code, name, level, level, superior, null, false));
    }
}
