package org.luodi.evidence;

import java.util.List;
import java.util.Optional;
import org.luodi.platform.Worded;

/** What a piece of evidence is for the person who brings it. */
public enum EvidenceKind implements Worded {
    PHOTO,
    DOCUMENT,
    RULE,
    OTHER;

    public static List<String> words() {
        return Worded.words(EvidenceKind.class);
    }

    public static Optional<EvidenceKind> of(String word) {
        return Worded.of(EvidenceKind.class, word);
    }
}
