package org.luodi.promises.web;

import java.util.List;
import java.util.Map;
import org.luodi.matters.Matters;
import org.luodi.platform.Refusal;
import org.luodi.promises.Promise;

/**
 * One publication as those in charge see it.
 *
 * @param told the matter behind it
 * @param people names of those who did something
 * @param barred why this person may not publish, decline or recall, by the noun in the URL; absent where he may
 */
public record DeskPage(
        Promise promise, Matters.Told told, String unit, Map<Long, String> people, Map<String, Refusal> barred) {

    /** Whether this person may do what the noun stands for. */
    public boolean may(String noun) {
        return !barred.containsKey(noun);
    }

    public String person(Promise.Step step) {
        return step == null ? "" : people.getOrDefault(step.by(), "");
    }

    /** Why not, where another person is needed; null where something else stands in the way. */
    public Refusal second() {
        Refusal refusal = barred.get("publications");
        return refusal != null && refusal.key().equals("promises.refused.second") ? refusal : null;
    }

    /** What can be done, in the order in which it is offered. */
    public List<String> nouns() {
        return List.of("publications", "refusals", "recalls").stream()
                .filter(this::may)
                .toList();
    }
}
