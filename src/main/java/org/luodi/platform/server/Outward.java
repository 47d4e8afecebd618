package org.luodi.platform.server;

import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How the installation is reached from outside, and what it may reach.
 *
 * @param url its address as people type it, without a slash at the end
 * @param mail the server that takes mail; nothing is sent where there is none
 * @param privateWebhooks whether webhooks may go to addresses of the own network
 */
public record Outward(String url, Optional<MailServer> mail, boolean privateWebhooks) {

    private static final int SUBMISSION = 587;

    /** Reads the settings by their short names; refuses a value that makes no sense. */
    static Outward read(UnaryOperator<String> values, int port) {
        return new Outward(
                url(text(values, "url", "http://localhost:" + port)),
                mail(values),
                Settings.flag("webhook.private", text(values, "webhook.private", "false")));
    }

    private static Optional<MailServer> mail(UnaryOperator<String> values) {
        String host = text(values, "mail.host", "");
        if (host.isEmpty()) {
            return Optional.empty();
        }
        String user = text(values, "mail.user", "");
        String from = text(values, "mail.from", user.contains("@") ? user : "luodi@" + host);
        if (!from.matches("[^\\s@<>]+@[^\\s@<>]+")) {
            throw new StartRefusal("server.bad.from", from);
        }
        int port = Settings.port(text(values, "mail.port", Integer.toString(SUBMISSION)));
        return Optional.of(new MailServer(host, port, user, text(values, "mail.password", ""), from));
    }

    private static String url(String value) {
        if (!value.matches("https?://[^\\s/?#]+[^\\s?#]*") || URI.create(value).getHost() == null) {
            throw new StartRefusal("server.bad.outer", value);
        }
        return value.replaceAll("/+$", "");
    }

    private static String text(UnaryOperator<String> values, String name, String otherwise) {
        return Settings.text(values, name, otherwise);
    }
}
