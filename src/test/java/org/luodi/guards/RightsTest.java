package org.luodi.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luodi.world.Pages.csrf;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.luodi.guards.Routes.Route;
import org.luodi.matters.Detail;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.organisation.GrantProposals;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.platform.identity.AccessRule;
import org.luodi.platform.identity.AccessRule.Who;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.world.OnTheTree;
import org.luodi.world.Pages;
import org.luodi.world.Place;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address as every role, inside and outside its scope: the answer is what the access table and the scope say, and nothing else. */
@OnTheTree
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsTest {

    /** Numbers that stand for no unit's record: one's own things, words, or what another test of its module walks. */
    private static final Set<String> UNSCOPED = Set.of(
            "/people/",
            "/api/people/",
            "/me/tokens/",
            "/api/me/tokens/",
            "/days/parts/",
            "/days/notices/",
            "/api/notices/",
            "/sheets/",
            "/api/sheets/",
            "/evidence/",
            "/api/evidence/",
            "/units/imports/",
            "/api/unit-imports/",
            "/overview/drives/",
            "/evaluations/desk/calls/",
            "/papers/lists/",
            "/me/sessions/",
            "/api/me/sessions/",
            "/me/passkeys/",
            "/api/me/passkeys/",
            "/trails/",
            "/api/trails/",
            "/matters/export.",
            "/api/matters/export.");

    private static final String NOWHERE = "999999999";

    @Autowired
    Pages pages;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    List<AccessRule> table;

    @Autowired
    WebInvocationPrivilegeEvaluator doors;

    @Autowired
    Place place;

    @Autowired
    Grants grants;

    @Autowired
    GrantProposals proposals;

    @Autowired
    Accounts accounts;

    @Autowired
    Matters matters;

    @Autowired
    JdbcClient jdbc;

    private final Map<Role, Account> inside = new EnumMap<>(Role.class);
    private final Map<Role, Account> outside = new EnumMap<>(Role.class);
    private Account nobody;
    private Routes routes;
    private Map<String, Thing> things;

    /** Something of the county, and the role that looks at it. */
    private record Thing(long id, Role role) {}

    @BeforeAll
    void aCountyWithOneOfEach() {
        routes = new Routes(mapping, table);
        for (Role role : Role.values()) {
            inside.put(role, place.account(role, place.county));
            outside.put(role, place.account(role, place.neighbour));
        }
        nobody = accounts.create("rights-nobody", "无职责", "a long password", Actor.SYSTEM);
        things = things(place);
    }

    private Map<String, Thing> things(Place place) {
        Thing unit = new Thing(place.county.id().value(), Role.CLERK);
        Thing matter = new Thing(
                matters.raise(
                                new NewMatter(null, place.village.id(), 1, 1, 2, null, null, Detail.titled("问题")),
                                place.scope(inside.get(Role.CLERK)))
                        .value(),
                Role.CLERK);
        Map<String, Object> at = Map.of(
                "village", place.village.id().value(),
                "county", place.county.id().value(),
                "low", place.village.at().territorial(),
                "high", place.county.at().territorial(),
                "matter", matter.id(),
                "code", "R" + "%010d".formatted(matter.id()));
        Thing claim = made(at, """
                insert into claims.claim (state, lever, category, line, sender, sender_position, asked, asked_position, sent_on, due,
                    matters, changed_by, changed_at)
                values ('sent', 'rule', 1, 'territorial', :village, :low, :county, :high, current_date, current_date, 1, 0, now())
                """);
        jdbc.sql("insert into claims.member (claim, matter, unit, open) values (:claim, :matter, :unit, true)")
                .param("claim", claim.id())
                .param("matter", matter.id())
                .param("unit", place.village.id().value())
                .update();
        Thing relay = made(at, """
                insert into relays.relay (kind, giver, giver_position, receiver, receiver_position, opened_by, opened_at)
                values ('unit', :village, :low, :county, :high, 0, now())
                """);
        Thing report = made(at, """
                insert into voice.report (code, secret, stage, place, receiver, receiver_position, asked, asked_position, category, way,
                    received_on, asked_on, due, changed_by, changed_at)
                values (:code, sha256('x'), 'received', :village, :village, :low, :village, :low, 1, 'web',
                    current_date, current_date, current_date, 0, now())
                """);
        Thing promise = made(at, """
                insert into promises.promise (matter, unit, position, deed, title, words, state, proposed_by, proposed_at)
                values (:matter, :village, :low, false, '承诺', '承诺', 'proposed', 0, now())
                """);
        Map<String, Thing> all = new java.util.HashMap<>();
        both(all, "/units/", unit);
        both(all, "/overview/", unit);
        both(all, "/voice/desk/units/", unit);
        both(all, "/evaluations/desk/units/", unit);
        all.put("/api/voice/units/", unit);
        both(all, "/matters/", matter);
        both(all, "/papers/closings/", matter);
        both(all, "/claims/", claim);
        both(all, "/relays/", relay);
        both(all, "/voice/desk/", report);
        both(all, "/promises/desk/", promise);
        both(all, "/grants/proposals/", new Thing(proposal(place), Role.SECURITY_ADMIN));
        both(
                all,
                "/grants/",
                new Thing(grants.of(inside.get(Role.READER).actor()).get(0).id(), Role.SECURITY_ADMIN));
        Thing webhook = new Thing(webhook(place), Role.SYSTEM_ADMIN);
        all.put("/days/webhooks/", webhook);
        all.put("/api/webhooks/", webhook);
        return all;
    }

    private static void both(Map<String, Thing> all, String beginning, Thing thing) {
        all.put(beginning, thing);
        all.put("/api" + beginning, thing);
    }

    private Thing made(Map<String, Object> at, String insert) {
        return new Thing(
                jdbc.sql(insert + " returning id").params(at).query(Long.class).single(), Role.CLERK);
    }

    private long proposal(Place place) {
        return proposals.propose(
                new Grants.NewGrant(nobody.id(), Role.READER, place.town.id(), Line.TERRITORIAL),
                place.scope(inside.get(Role.SYSTEM_ADMIN)));
    }

    private long webhook(Place place) {
        return jdbc.sql("""
                        insert into days.webhook (name, url, unit, line, verbs, secret, active, created_by, created_at)
                        values ('市平台', 'https://8.8.8.8/', :unit, 'TERRITORIAL', '{}', 'x', false, 0, now()) returning id
                        """)
                .param("unit", place.county.id().value())
                .query(Long.class)
                .single();
    }

    /** Each address and verb for each role: what the doors say is what the table says. */
    @Test
    void theDoorsSayOfEachRoleWhatTheTableSays() {
        List<String> wrong = new ArrayList<>();
        for (Route route : routes.all().toList()) {
            Set<Who> open = routes.who(route);
            inside.forEach((role, account) -> check(route, isOpen(open, role), account, wrong));
            check(route, open.contains(Who.ANYBODY) || open.contains(Who.PERSON), nobody, wrong);
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isOpen(Set<Who> open, Role role) {
        return open.contains(Who.ANYBODY) || open.contains(Who.PERSON) || open.contains(role.who());
    }

    private void check(Route route, boolean open, Account account, List<String> wrong) {
        if (doors.isAllowed("", route.with(NOWHERE), route.method(), Pages.signedIn(account)) != open) {
            wrong.add(account.name() + ": " + route);
        }
    }

    /** The same as it is answered: by one person of each kind that is kept out. */
    @Test
    void whateverTheTableClosesIsAnsweredByNoController() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Route route : routes.all().toList()) {
            Set<Who> open = routes.who(route);
            if (!open.contains(Who.ANYBODY) && !Set.of(401, 302).contains(status(route, NOWHERE, null))) {
                wrong.add("anybody: " + route);
            }
            for (Account account : closedTo(open)) {
                int status = status(route, NOWHERE, account);
                if (status != 403) {
                    wrong.add(account.name() + ": " + route + " " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private List<Account> closedTo(Set<Who> open) {
        if (open.contains(Who.ANYBODY) || open.contains(Who.PERSON)) {
            return List.of();
        }
        return Stream.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN, Role.CLERK)
                .filter(role -> !open.contains(role.who()))
                .map(inside::get)
                .toList();
    }

    /** By the roles in turn, so that each asks for a share of all pages. */
    @Test
    void whateverTheTableOpensIsAnsweredByItsController() throws Exception {
        List<String> wrong = new ArrayList<>();
        int turn = 0;
        for (Route route : routes.all().filter(r -> r.method().equals("GET")).toList()) {
            List<Role> let = Stream.of(Role.values())
                    .filter(role -> isOpen(routes.who(route), role))
                    .toList();
            Role role = let.get(turn++ % let.size());
            int status = status(route, NOWHERE, inside.get(role));
            if (status == 401 || status == 403 || status >= 500) {
                wrong.add(role + ": " + route + " " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatLiesOutsideTheScopeIsNotThereAndIsNotChanged() throws Exception {
        Set<String> wrong = new TreeSet<>();
        for (Route route : routes.all().filter(Route::hasPlaces).toList()) {
            Thing thing = things.get(route.beginning());
            if (thing == null || routes.who(route).contains(Who.ANYBODY)) {
                continue;
            }
            int there = status(route, Long.toString(thing.id()), outside.get(thing.role()));
            boolean hidden = route.method().equals("GET") ? there == 404 : there >= 400 && there < 500;
            if (!hidden) {
                wrong.add(route + " " + there);
            }
            boolean whole = route.path().equals(route.beginning() + "{id}")
                    && route.method().equals("GET");
            int here = whole ? status(route, Long.toString(thing.id()), inside.get(thing.role())) : 200;
            if (here != 200) {
                wrong.add("inside: " + route + " " + here);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyAddressWithANumberSaysWhatStandsThere() {
        assertThat(routes.all()
                        .filter(Route::hasPlaces)
                        .filter(r -> !routes.who(r).contains(Who.ANYBODY))
                        .map(Route::beginning)
                        .filter(b -> !things.containsKey(b) && !UNSCOPED.contains(b))
                        .distinct())
                .isEmpty();
    }

    private int status(Route route, String value, Account account) throws Exception {
        MockHttpServletRequestBuilder request =
                MockMvcRequestBuilders.request(HttpMethod.valueOf(route.method()), route.with(value));
        if (route.isApi()) {
            request.contentType("application/json").content("{}");
        } else {
            request.with(csrf());
        }
        return (account == null ? pages.send(request) : pages.send(request, account)).getStatus();
    }
}
