package org.luodi.platform.server;

/** A restore would lose what somebody was told is kept. */
final class LossRefusal extends RuntimeException {

    LossRefusal(long entries, String since, String until) {
        super(Bilingual.text("server.restore.loss", entries, since.isEmpty() ? "–" : since, until));
    }
}
