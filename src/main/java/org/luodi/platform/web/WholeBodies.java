package org.luodi.platform.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.buf.ByteChunk;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Reads what a form sends before a place is taken for it ({@link Capacity}), and gives up on whoever sends it a drop at a time: a dozen of
 * these would else hold all places. What is large, or of no known length, goes through the door for uploads.
 */
@Component
class WholeBodies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String READ = WholeBodies.class.getName();
    private static final int SMALL = 512 * 1024;
    private static final int AT_ONCE = 64;
    private static final int PIECE = 8 * 1024;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Duration patience;

    WholeBodies(@Value("${luodi.body.patience:30s}") Duration patience) {
        this.patience = patience;
    }

    /** Whether nothing is left to wait for: there is no body, or it has been read. */
    static boolean isRead(HttpServletRequest request) {
        return request.getAttribute(READ) != null
                || request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new Reading());
    }

    private static boolean isSmall(Request request) {
        long length = request.getContentLengthLong();
        String type = request.getContentType();
        return length > 0
                && length <= SMALL
                && request.getHeader("Expect") == null
                && (type == null || !type.startsWith("multipart/"));
    }

    private final class Reading extends ValveBase {

        Reading() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (isSmall(request) && places.tryAcquire()) {
                boolean whole;
                try {
                    whole = read(request);
                } finally {
                    places.release();
                }
                if (!whole) {
                    request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                    response.setStatus(HttpServletResponse.SC_REQUEST_TIMEOUT);
                    return;
                }
            }
            getNext().invoke(request, response);
        }

        /** Keeps what was sent, for whoever reads it next; false where it did not come in time. */
        private boolean read(Request request) {
            long end = System.nanoTime() + patience.toNanos();
            ByteChunk body = new ByteChunk();
            byte[] piece = new byte[PIECE];
            try {
                InputStream in = request.createInputStream();
                for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                    body.append(piece, 0, read);
                    if (System.nanoTime() > end && body.getLength() < request.getContentLengthLong()) {
                        return false;
                    }
                }
            } catch (IOException gone) {
                return false;
            }
            keep(request, body);
            return true;
        }

        /** As the server itself does it for a form that waits for a sign-in: first its bytes of the address become text. */
        private void keep(Request request, ByteChunk body) {
            org.apache.coyote.Request raw = request.getCoyoteRequest();
            raw.requestURI().toStringType();
            raw.queryString().toStringType();
            raw.protocol().toStringType();
            raw.action(ActionCode.REQ_SET_BODY_REPLAY, body);
            request.setAttribute(READ, Boolean.TRUE);
        }
    }
}
