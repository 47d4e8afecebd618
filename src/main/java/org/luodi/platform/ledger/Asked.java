package org.luodi.platform.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a verification is asked to look at, read from its arguments.
 *
 * @param export an exported ledger; null for the database
 * @param against an older export that a reader kept; null without
 * @param heads heads that readers kept
 * @param proof a proof between two heads, as the API gives it; null without
 */
record Asked(Path export, Path against, List<TreeHead> heads, Path proof) {

    /** What stands there is not what was meant; the first argument is the file or word. */
    static final class Unread extends Exception {

        Unread(String what, Throwable cause) {
            super(what, cause);
        }
    }

    static Asked of(List<String> arguments) throws Unread {
        Path export = null;
        Path against = null;
        Path proof = null;
        List<TreeHead> heads = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String flag = arguments.get(i);
            if (i + 1 == arguments.size()) {
                throw new Unread(flag, null);
            }
            Path file = Path.of(arguments.get(i + 1));
            switch (flag) {
                case "--file" -> export = file;
                case "--against" -> against = file;
                case "--proof" -> proof = file;
                case "--head" -> heads.add(head(file));
                default -> throw new Unread(flag, null);
            }
        }
        return new Asked(export, against, heads, proof);
    }

    boolean isOffline() {
        return export != null || proof != null;
    }

    private static TreeHead head(Path file) throws Unread {
        try {
            return TreeHead.read(Files.readString(file));
        } catch (IOException | IllegalArgumentException broken) {
            throw new Unread(file.toString(), broken);
        }
    }
}
