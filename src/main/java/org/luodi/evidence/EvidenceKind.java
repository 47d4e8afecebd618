package org.luodi.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a piece of evidence is for the person who brings it. */
public enum EvidenceKind {
    PHOTO,
    DOCUMENT,
    RULE,
    OTHER;

    /** As in the database, the API and the forms. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> words() {
        return Stream.of(values()).map(EvidenceKind::word).toList();
    }

    public static Optional<EvidenceKind> of(String word) {
        return Stream.of(values()).filter(k -> k.word().equals(word)).findFirst();
    }
}
