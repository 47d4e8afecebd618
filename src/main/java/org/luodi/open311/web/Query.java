package org.luodi.open311.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.luodi.open311.Asked;
import org.luodi.platform.Refusal;
import org.springframework.util.MultiValueMap;

/** What is asked of the list of requests: every filter may be missing, be empty, be named several times, hold several values. */
final class Query {

    static final int MOST = 1000;

    private static final int SERVICES = 200;
    private static final int DEEPEST = 10_000;
    private static final Duration SPAN = Duration.ofDays(90);
    private static final int NEVER = -1;

    private final MultiValueMap<String, String> typed;

    Query(MultiValueMap<String, String> typed) {
        this.typed = typed;
    }

    /** The requests that are named; they count instead of all other filters. */
    List<String> ids() {
        return values("service_request_id", MOST);
    }

    Asked asked(Instant now) {
        Instant from = moment("start_date");
        Instant until = moment("end_date");
        if (from != null && until != null) {
            refuseIf(until.isBefore(from), "open311.refused.order");
            refuseIf(until.isAfter(from.plus(SPAN)), "open311.refused.span", SPAN.toDays());
        }
        Instant end = until != null ? until : from != null ? from.plus(SPAN) : now;
        int size = number("page_size", MOST, MOST);
        int page = number("page", 1, DEEPEST);
        refuseIf(page * size > DEEPEST && page > 1, "open311.refused.deep", DEEPEST);
        return new Asked(categories(), closed(), from != null ? from : end.minus(SPAN), end, (page - 1) * size, size);
    }

    private List<Integer> categories() {
        List<String> codes = values("service_code", SERVICES);
        List<Integer> known = codes.stream()
                .flatMap(c -> ServiceList.number(c).stream())
                .distinct()
                .toList();
        return known.isEmpty() && !codes.isEmpty() ? List.of(NEVER) : known;
    }

    private Boolean closed() {
        List<String> asked = values("status", SERVICES);
        asked.stream()
                .filter(s -> !List.of("open", "closed").contains(s))
                .findFirst()
                .ifPresent(s -> {
                    throw Refusal.of("open311.refused.status", Moments.brief(s));
                });
        return asked.size() == 1 ? asked.get(0).equals("closed") : null;
    }

    private Instant moment(String name) {
        String given = one(name).orElse(null);
        return given == null ? null : Moments.read(name, given);
    }

    private int number(String name, int otherwise, int most) {
        Optional<String> given = one(name);
        if (given.isEmpty()) {
            return otherwise;
        }
        boolean fits = given.get().matches("[1-9]\\d{0,4}") && Integer.parseInt(given.get()) <= most;
        refuseIf(!fits, "open311.refused.number", name, Integer.toString(most));
        return Integer.parseInt(given.get());
    }

    private Optional<String> one(String name) {
        return Optional.ofNullable(typed.getFirst(name)).map(String::strip).filter(v -> !v.isEmpty());
    }

    private List<String> values(String name, int most) {
        List<String> all = typed.getOrDefault(name, List.of()).stream()
                .flatMap(v -> Stream.of(v.split(",")))
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .distinct()
                .limit(most + 1L)
                .toList();
        refuseIf(all.size() > most, "open311.refused.many", name, Integer.toString(most));
        return all;
    }

    private static void refuseIf(boolean condition, String key, Object... args) {
        if (condition) {
            throw Refusal.of(key, args);
        }
    }
}
