package org.luodi.evidence;

import java.util.Locale;
import java.util.stream.Stream;

/** What evidence may be, decided by its content alone: never by its name, never by what the sender says. */
public enum FileType {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    TEXT("text/plain", "txt");

    private final String mediaType;
    private final String ending;

    FileType(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** A picture, cleaned when it came in, which a browser may show on a page. */
    public boolean isPicture() {
        return this == JPEG || this == PNG;
    }

    /** As in the database, on the ledger and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FileType of(String word) {
        return Stream.of(values())
                .filter(t -> t.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** The name with the ending of this type, whatever it ended with before. */
    String named(String name) {
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 && name.length() - dot <= 6 ? name.substring(0, dot) : name;
        boolean same =
                name.toLowerCase(Locale.ROOT).endsWith("." + ending) || this == JPEG && name.matches("(?i).+\\.jpeg");
        return same ? name : stem + "." + ending;
    }
}
