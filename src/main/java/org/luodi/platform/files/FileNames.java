package org.luodi.platform.files;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Cleans the name of an upload: no folders, no control characters, nothing that turns the reading direction around. */
public final class FileNames {

    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\"]");
    private static final int LONGEST = 200;

    private FileNames() {}

    /** The name as it is kept and shown; {@code file} where nothing of it is left. */
    public static String clean(String given) {
        String name = Normalizer.normalize(given == null ? "" : given, Normalizer.Form.NFC);
        name = UNSEEN.matcher(FOLDERS.matcher(name).replaceFirst(""))
                .replaceAll("")
                .strip();
        if (name.length() > LONGEST) {
            name = shortened(name);
        }
        return name.isEmpty() || name.chars().allMatch(c -> c == '.') ? "file" : name;
    }

    /** Keeps a short ending, so that a long name still opens with the right program. */
    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        int end = LONGEST - ending.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + ending;
    }
}
