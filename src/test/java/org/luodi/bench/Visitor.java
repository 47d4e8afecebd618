package org.luodi.bench;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** Somebody who opens pages, signed in or not, on one connection that stays open. */
final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String home;

    /** Anybody, without an account. */
    Visitor(int port) {
        this.home = "http://127.0.0.1:" + port;
    }

    Visitor(int port, String login, String password) throws Exception {
        this(port);
        var token = TOKEN.matcher(get("/sign-in"));
        if (!token.find()) {
            throw new IllegalStateException("no form to sign in with");
        }
        String form =
                "_csrf=" + encoded(token.group(1)) + "&username=" + encoded(login) + "&password=" + encoded(password);
        HttpRequest request = HttpRequest.newBuilder(URI.create(home + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        client.send(request, BodyHandlers.discarding());
    }

    /** A page that must be served. */
    String get(String path) throws Exception {
        var answer = client.send(HttpRequest.newBuilder(URI.create(home + path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** An answer: its status, 0 if none came, and whether it says when to come again. */
    record Answer(int status, boolean told) {}

    /** A page that may be refused, without waiting for it. */
    CompletableFuture<Answer> ask(String path) {
        return client.sendAsync(HttpRequest.newBuilder(URI.create(home + path)).build(), BodyHandlers.discarding())
                .handle((answer, failure) -> failure != null
                        ? new Answer(0, false)
                        : new Answer(
                                answer.statusCode(),
                                answer.headers().firstValue("Retry-After").isPresent()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
