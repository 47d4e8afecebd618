package org.luodi.promises;

import static org.luodi.promises.Promise.State.DECLINED;
import static org.luodi.promises.Promise.State.PROPOSED;
import static org.luodi.promises.Promise.State.PUBLISHED;
import static org.luodi.promises.Promise.State.RECALLED;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All allowed moves of a publication: publishing takes two people, a recall takes one and works at once (mechanisms 48, 52).
 * There is no other door.
 */
final class PromiseMoves {

    /** What can be done; the noun is where it is posted. */
    enum Verb {
        PROPOSE("proposed", "proposals"),
        PUBLISH("published", "publications"),
        DECLINE("declined", "refusals"),
        RECALL("recalled", "recalls");

        private final String past;
        private final String noun;

        Verb(String past, String noun) {
            this.past = past;
            this.noun = noun;
        }

        /** As on the ledger. */
        String past() {
            return past;
        }

        String noun() {
            return noun;
        }

        /** What is done to a publication that stands already, by its noun in a URL. */
        static Optional<Verb> ofNoun(String noun) {
            return Stream.of(values())
                    .filter(v -> v != PROPOSE && v.noun.equals(noun))
                    .findFirst();
        }
    }

    /**
     * One allowed move.
     *
     * @param from states it may be made from; none where it brings the publication into being
     * @param second whether it takes another person than the one who proposed
     * @param reason whether it takes a reason
     */
    record Move(Set<Promise.State> from, Verb verb, Promise.State to, boolean second, boolean reason) {}

    static final List<Move> ALL = List.of(
            new Move(Set.of(), Verb.PROPOSE, PROPOSED, false, false),
            new Move(Set.of(PROPOSED), Verb.PUBLISH, PUBLISHED, true, false),
            new Move(Set.of(PROPOSED), Verb.DECLINE, DECLINED, true, true),
            new Move(Set.of(PROPOSED, PUBLISHED), Verb.RECALL, RECALLED, false, true));

    private PromiseMoves() {}

    /** The move a verb makes from a state, if it is allowed. */
    static Optional<Move> find(Promise.State from, Verb verb) {
        return ALL.stream()
                .filter(m -> m.verb() == verb && m.from().contains(from))
                .findFirst();
    }
}
