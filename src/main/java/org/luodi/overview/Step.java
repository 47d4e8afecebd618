package org.luodi.overview;

import java.time.LocalDate;
import java.time.ZoneId;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Reach;
import tools.jackson.databind.JsonNode;

/**
 * One ledger entry about a matter, as the tallies read it: what the matter counted as before and after.
 *
 * @param before null where the entry raised the matter
 * @param day the day it happened on, in the installation's zone
 */
record Step(Fact before, Fact after, LocalDate day, Reach reach) {

    static Step of(Entry entry, ZoneId zone) {
        JsonNode body = entry.body();
        Fact after = fact(body, body, body.path("to").asString());
        JsonNode from = body.path("from");
        Fact before = from.isString() ? fact(body.path("was"), body, from.asString()) : null;
        return new Step(before, after, LocalDate.ofInstant(entry.at(), zone), entry.reach());
    }

    boolean raises() {
        return before == null;
    }

    boolean closes() {
        return after.stage().equals("closed")
                && (before == null || !before.stage().equals("closed"));
    }

    boolean reopens() {
        return before != null && after.times() > before.times();
    }

    /** Reads what a matter was: a value that the change altered stands in {@code first}, any other in {@code rest}. */
    private static Fact fact(JsonNode first, JsonNode rest, String stage) {
        return new Fact(
                pick(first, rest, "unit").asInt(),
                stage,
                pick(first, rest, "category").asInt(),
                pick(first, rest, "source").asInt(),
                day(pick(first, rest, "raised")),
                day(pick(first, rest, "due")),
                pick(first, rest, "reopened").asInt(0),
                number(pick(first, rest, "drive")));
    }

    private static JsonNode pick(JsonNode first, JsonNode rest, String name) {
        return first.has(name) ? first.path(name) : rest.path(name);
    }

    private static Integer number(JsonNode node) {
        return node.isNumber() ? node.asInt() : null;
    }

    private static LocalDate day(JsonNode node) {
        return node.isString() ? LocalDate.parse(node.asString()) : null;
    }
}
