package org.luodi.evidence;

import java.util.Locale;
import org.luodi.platform.Worded;

/** What evidence may be, decided by its content alone: never by its name, never by what the sender says. */
public enum FileType implements Worded {
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

    static FileType of(String word) {
        return Worded.of(FileType.class, word).orElseThrow();
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
