package org.luodi.evidence.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luodi.evidence.EvidenceKind;
import org.luodi.evidence.Item;
import org.luodi.matters.Matters;
import org.luodi.matters.Task;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.web.Ui;

/**
 * The evidence of one matter as its page shows it.
 *
 * @param barred why this person may not bring any now; null where he may
 * @param typed what was chosen and typed before something was refused
 */
public record ListPage(
        Matters.Told told,
        Slice<Item> slice,
        List<Task> tasks,
        Map<Long, String> people,
        Refusal barred,
        Map<String, String> typed) {

    /** A file that was not taken, and why. */
    public record Refused(String name, Refusal refusal) {}

    /** One line of the history; {@code key} says what happened. */
    public record Moment(Instant at, String key, String name, String who, String words) {}

    public String url() {
        return "/evidence?matter=" + told.matter().id().value();
    }

    public String next() {
        return slice.next() == null ? null : url() + "&cursor=" + slice.next();
    }

    /** Those that count. */
    public List<Item> standing() {
        return slice.rows().stream().filter(i -> i.removed() == null).toList();
    }

    /** What the task of a piece is, empty where it is for the whole matter. */
    public String task(Item item) {
        return tasks.stream()
                .filter(t -> item.task() != null && t.id() == item.task())
                .map(Task::what)
                .findFirst()
                .orElse("");
    }

    /** Tasks to choose from. */
    public Map<String, String> taskOptions() {
        Map<String, String> options = new LinkedHashMap<>();
        tasks.forEach(t -> options.put(Long.toString(t.id()), t.what()));
        return options;
    }

    public static Map<String, String> kinds(Ui ui) {
        Map<String, String> options = new LinkedHashMap<>();
        EvidenceKind.words().forEach(w -> options.put(w, ui.text("evidence.kind." + w)));
        return options;
    }

    /** Everything that happened to the pieces of this page, the newest first. */
    public List<Moment> history() {
        return history(slice.rows(), people);
    }

    static List<Moment> history(List<Item> items, Map<Long, String> people) {
        List<Moment> moments = new ArrayList<>();
        for (Item item : items) {
            item.versions()
                    .forEach(v -> moments.add(new Moment(
                            v.addedAt(),
                            v.number() == 1 ? "evidence.past.added" : "evidence.past.replaced",
                            v.name(),
                            people.get(v.addedBy()),
                            v.caption())));
            if (item.removed() != null) {
                moments.add(new Moment(
                        item.removed().at(),
                        "evidence.past.removed",
                        item.latest().name(),
                        people.get(item.removed().by()),
                        item.removed().reason()));
            }
        }
        moments.sort(Comparator.comparing(Moment::at).reversed());
        return moments;
    }
}
