package org.luodi.organisation.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a person types to change a unit; a change uses what it needs.
 *
 * @param version the version of the unit that the page showed
 * @param other code of the other unit: new superior, the one merged into, the one that takes over
 * @param industry code of the superior on the industry line
 * @param line territorial or industry
 * @param head whether a new unit is the head of an industry line
 * @param leave whether the unit leaves the industry line
 * @param part code of each new unit of a split
 * @param partName name of each
 * @param give for children of a split: {@code child:number of the part}, counted from 0
 * @param confirmed whether the preview was seen
 */
public record ChangeForm(
        Integer version,
        String code,
        String name,
        String unitClass,
        String level,
        String other,
        String industry,
        String line,
        Boolean leave,
        Boolean head,
        List<String> part,
        List<String> partName,
        List<String> give,
        Boolean confirmed) {

    /** How many new units the form of a split has room for. */
    public static final int PARTS = 3;

    /** A box that is not ticked is not sent at all. */
    public ChangeForm {
        leave = Boolean.TRUE.equals(leave);
        head = Boolean.TRUE.equals(head);
        confirmed = Boolean.TRUE.equals(confirmed);
        part = part == null ? List.of() : List.copyOf(part);
        partName = partName == null ? List.of() : List.copyOf(partName);
        give = give == null ? List.of() : List.copyOf(give);
    }

    static ChangeForm of(int version, String name) {
        return new ChangeForm(version, null, name, null, null, null, null, null, false, false, null, null, null, false);
    }

    /** The single answers that were given, by field, to be shown and sent again with the confirmation. */
    public Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        put(typed, "code", code);
        put(typed, "name", name);
        put(typed, "level", level);
        put(typed, "unitClass", unitClass);
        put(typed, "line", line);
        put(typed, "other", other);
        put(typed, "industry", industry);
        put(typed, "leave", leave ? "true" : null);
        put(typed, "head", head ? "true" : null);
        return typed;
    }

    private static void put(Map<String, String> typed, String field, String answer) {
        if (answer != null && !answer.isBlank()) {
            typed.put(field, answer.strip());
        }
    }

    public String part(int index) {
        return index < part.size() ? part.get(index) : "";
    }

    public String partName(int index) {
        return index < partName.size() ? partName.get(index) : "";
    }

    /** Which part a child was given to, or null. */
    public String partOf(int child) {
        return given().get(Integer.toString(child));
    }

    /** Children by number, with the part each was given to. */
    Map<String, String> given() {
        Map<String, String> given = new TreeMap<>();
        for (String one : give) {
            int colon = one.indexOf(':');
            if (colon > 0) {
                given.put(one.substring(0, colon), one.substring(colon + 1));
            }
        }
        return given;
    }

    List<Integer> childrenOf(int index) {
        List<Integer> children = new ArrayList<>();
        given().forEach((child, to) -> {
            if (to.equals(Integer.toString(index)) && child.matches("\\d{1,9}")) {
                children.add(Integer.valueOf(child));
            }
        });
        return children;
    }
}
