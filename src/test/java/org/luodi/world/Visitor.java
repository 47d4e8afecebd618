package org.luodi.world;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.luodi.platform.identity.Account;

/** A person at the pages without a browser: a session, forms with their token, files up and down. */
public final class Visitor {

    private static final String BOUNDARY = "luodi-form-boundary";

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String root;

    /** Nobody yet, at the application on this port. */
    public Visitor(int port) {
        this.root = "http://localhost:" + port;
    }

    public static Visitor signedIn(int port, String login, String password) {
        Visitor visitor = new Visitor(port);
        visitor.post("/sign-in", "/sign-in", Map.of("username", login, "password", password));
        return visitor;
    }

    /** Somebody of a {@link Place}. */
    public static Visitor signedIn(int port, Account account) {
        return signedIn(port, account.login(), Place.PASSWORD);
    }

    public HttpResponse<byte[]> get(String path) {
        return send(request(path).GET().build());
    }

    /** The page in Chinese. */
    public Document page(String path) {
        return Jsoup.parse(text(get(path)), root);
    }

    /** The same page as an English reader gets it. */
    public Document english(String path) {
        return Jsoup.parse(
                text(send(request(path).header("Accept-Language", "en").GET().build())), root);
    }

    /** Posts a form that stands on a page, with the token found there. */
    public HttpResponse<byte[]> post(String page, String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", token(page));
        String body = all.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** Sends a file with a form's fields, and nothing that is not given: no token either. */
    public HttpResponse<byte[]> upload(String path, String name, byte[] content, Map<String, String> fields) {
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(multipart(name, content, fields))
                .build());
    }

    /** Posts a form with several files under one name, with the token of its page. */
    public HttpResponse<byte[]> post(String page, String path, Map<String, String> fields, List<byte[]> photos) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "name=\"_csrf\"", token(page).getBytes(StandardCharsets.UTF_8));
        fields.forEach((field, value) -> part(body, "name=\"" + field + "\"", value.getBytes(StandardCharsets.UTF_8)));
        photos.forEach(photo -> part(body, "name=\"photo\"; filename=\"a.jpg\"", photo));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    /** Posts JSON, with headers in pairs of name and value. */
    public HttpResponse<byte[]> json(String path, String body, String... headers) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.POST(BodyPublishers.ofString(body)).build());
    }

    /** Gets a page with one header. */
    public HttpResponse<byte[]> get(String path, String header, String value) {
        return send(request(path).header(header, value).GET().build());
    }

    /** Deletes through the API, as whoever holds the token; the answer's status. */
    public int delete(String path, String bearer) {
        return send(request(path).header("Authorization", bearer).DELETE().build())
                .statusCode();
    }

    /** The token of the first form on a page. */
    public String token(String page) {
        return page(page).select("input[name=_csrf]").first().val();
    }

    public static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** Where an answer sends the browser to, without the host. */
    public static String next(HttpResponse<byte[]> response) {
        return URI.create(response.headers().firstValue("Location").orElseThrow())
                .getPath();
    }

    private static BodyPublisher multipart(String name, byte[] content, Map<String, String> fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((field, value) -> part(body, "name=\"" + field + "\"", value.getBytes(StandardCharsets.UTF_8)));
        part(body, "name=\"file\"; filename=\"" + name + "\"", content);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return BodyPublishers.ofByteArray(body.toByteArray());
    }

    private static void part(ByteArrayOutputStream body, String what, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + what + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path));
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
