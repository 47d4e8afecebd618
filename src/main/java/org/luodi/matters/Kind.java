package org.luodi.matters;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What kind of record it is (mechanisms 19, 20, 21, 63): the same life, a few fields of its own. */
public enum Kind {
    PROBLEM(List.of("since", "affected"), List.of()),
    /** 实事: whom it helps, what will be different, by when, proof on site. */
    DEED(List.of("affected", "outcome", "proof"), List.of("affected", "outcome")),
    /** 软弱涣散组织. */
    ORGANISATION(List.of("since", "outcome"), List.of()),
    /** 信访积案: its age counts from the first petition. */
    PETITION(List.of("since", "affected"), List.of("since"));

    private final List<String> fields;
    private final List<String> required;

    Kind(List<String> fields, List<String> required) {
        this.fields = fields;
        this.required = required;
    }

    /** Its own fields, by the names forms use. */
    public List<String> fields() {
        return fields;
    }

    /** Those without which it says nothing. */
    public List<String> required() {
        return required;
    }

    /** As in the database, in URLs and in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> of(String word) {
        return Stream.of(values()).filter(k -> k.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Stream.of(values()).map(Kind::word).toList();
    }
}
