package org.luodi.trails;

import java.util.List;
import java.util.stream.Stream;

/**
 * A record with those around it, as far as the scope shows them.
 *
 * @param origins what it stems from
 * @param outcomes what became of it
 */
record Family(Kin about, List<Kin> origins, List<Kin> outcomes) {

    Family {
        origins = List.copyOf(origins);
        outcomes = List.copyOf(outcomes);
    }

    List<Kin> all() {
        return Stream.of(Stream.of(about), origins.stream(), outcomes.stream())
                .flatMap(s -> s)
                .distinct()
                .toList();
    }

    boolean holds(String kind, long id) {
        return all().stream().anyMatch(k -> k.kind().equals(kind) && k.subject().id() == id);
    }
}
