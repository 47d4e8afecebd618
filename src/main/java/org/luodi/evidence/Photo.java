package org.luodi.evidence;

import java.util.Optional;
import org.luodi.platform.Refusal;

/** A photo that somebody sends without an account: read, made small and written anew, so that nothing of the file itself is kept. */
public record Photo(byte[] jpeg) {

    private static final int BYTES = 10 << 20;
    private static final int EDGE = 1600;

    /** At most ten megabytes, a photo by its content; whatever is not one is refused. */
    public static Photo of(byte[] given) {
        if (given.length > BYTES) {
            throw Refusal.of("files.tooLarge", BYTES >> 20);
        }
        Inspected inspected = Inspected.of(given);
        if (!inspected.type().isPicture()) {
            throw Refusal.of("evidence.refused.photo");
        }
        Optional<byte[]> small = Preview.of(inspected, EDGE);
        return new Photo(small.orElseThrow(() -> Refusal.of("evidence.refused.picture.broken")));
    }
}
