package org.luodi.evidence.web;

import java.util.List;
import java.util.Map;
import org.luodi.evidence.Item;
import org.luodi.matters.Matters;
import org.luodi.platform.Refusal;
import org.luodi.platform.web.Ui;

/**
 * One piece of evidence with its versions.
 *
 * @param opens whether its content may be looked into
 * @param barred why it may not be changed; null where it may
 */
public record OnePage(
        Item item,
        Matters.Told told,
        String task,
        Map<Long, String> people,
        boolean opens,
        Refusal barred,
        Map<String, String> typed) {

    /** What the file dialog offers. JPEG and PNG by name: asked so, an iPhone converts its photos by itself. */
    public static final String ACCEPTED = "image/jpeg,image/png,.jpg,.jpeg,.png,.pdf,.docx,.xlsx,.txt";

    public String url() {
        return "/evidence/" + item.id();
    }

    public String url(Item.Version version) {
        return url() + "/versions/" + version.number();
    }

    public boolean changes() {
        return barred == null && item.removed() == null;
    }

    /** The version the person saw; after a conflict the one that stands now, once it has been shown. */
    public String version() {
        return typed.getOrDefault("version", Integer.toString(item.latest().number()));
    }

    public List<ListPage.Moment> history() {
        return ListPage.history(List.of(item), people);
    }

    /** A size as people say it. */
    public static String size(Ui ui, long bytes) {
        return bytes < 1 << 20
                ? ui.text("evidence.size.kb", Math.max(1, bytes >> 10))
                : ui.text("evidence.size.mb", Math.round(bytes * 10.0 / (1 << 20)) / 10.0);
    }

    /** A digest in groups, so that it can be compared by eye and breaks on a phone. */
    public static String digest(Item.Version version) {
        return version.digest().replaceAll("(.{8})(?=.)", "$1 ");
    }
}
