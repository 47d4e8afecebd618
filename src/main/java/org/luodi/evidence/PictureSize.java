package org.luodi.evidence;

import org.luodi.platform.Refusal;

/** A small file may claim a picture that no memory holds. */
final class PictureSize {

    private static final long MOST = 200_000_000;

    private PictureSize() {}

    static void check(long width, long height) {
        if (width < 1 || height < 1) {
            throw Refusal.of("evidence.refused.picture.broken");
        }
        if (width * height > MOST) {
            throw Refusal.of("evidence.refused.picture.large", MOST / 1_000_000);
        }
    }
}
