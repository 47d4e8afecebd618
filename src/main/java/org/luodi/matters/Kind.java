package org.luodi.matters;

import java.util.List;
import java.util.Optional;
import org.luodi.platform.Worded;

/** What kind of record it is (mechanisms 19, 20, 21, 63): the same life, a few fields of its own. */
public enum Kind implements Worded {
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

    public static Optional<Kind> of(String word) {
        return Worded.of(Kind.class, word);
    }

    public static List<String> words() {
        return Worded.words(Kind.class);
    }
}
