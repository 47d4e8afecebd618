package org.luodi.days;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Posts to an address that was checked (docs/decisions/078): the connection goes to exactly that address, redirects are not
 * followed, five seconds are given to connect and five to answer, and of the answer only its first line matters.
 */
final class Outgoing {

    private static final int TIMEOUT = (int) Duration.ofSeconds(5).toMillis();
    private static final int READ = 4096;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})\\b.*", Pattern.DOTALL);

    private Outgoing() {}

    /**
     * What came back.
     *
     * @param status null where nothing was understood
     * @param failure why not, or null
     */
    record Answer(Integer status, String failure) {

        boolean isTaken() {
            return status != null && status >= 200 && status < 300;
        }
    }

    static Answer post(URI url, InetAddress address, Map<String, String> headers, String body) {
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address, port(url)), TIMEOUT);
            plain.setSoTimeout(TIMEOUT);
            try (Socket socket = isEncrypted(url) ? encrypted(plain, url) : plain) {
                socket.getOutputStream().write(request(url, headers, body.getBytes(StandardCharsets.UTF_8)));
                socket.getOutputStream().flush();
                return answer(socket.getInputStream());
            }
        } catch (IOException e) {
            return new Answer(null, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static boolean isEncrypted(URI url) {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    private static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : isEncrypted(url) ? 443 : 80;
    }

    /** The certificate must be of the host that was asked for, whatever its address. */
    private static Socket encrypted(Socket plain, URI url) throws IOException {
        String host = url.getHost();
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port(url), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (!host.contains(":") && !host.matches("[\\d.]+")) {
            parameters.setServerNames(List.of(new SNIHostName(host)));
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] request(URI url, Map<String, String> headers, byte[] body) throws IOException {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        StringBuilder head = new StringBuilder("POST " + path + query + " HTTP/1.1\r\n")
                .append("Host: ")
                .append(url.getRawAuthority())
                .append("\r\nContent-Type: application/json\r\nUser-Agent: Luodi\r\nConnection: close\r\n")
                .append("Content-Length: ")
                .append(body.length)
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        request.write(body);
        return request.toByteArray();
    }

    /** Reads until the first line is complete, 4 KB or five seconds at most. */
    private static Answer answer(InputStream in) throws IOException {
        long end = System.nanoTime() + Duration.ofMillis(TIMEOUT).toNanos();
        StringBuilder read = new StringBuilder();
        byte[] some = new byte[READ];
        int count = 0;
        while (count >= 0 && read.indexOf("\n") < 0 && read.length() < READ && System.nanoTime() < end) {
            count = in.read(some, 0, READ - read.length());
            read.append(count < 0 ? "" : new String(some, 0, count, StandardCharsets.ISO_8859_1));
        }
        Matcher status = STATUS.matcher(read);
        return status.matches()
                ? new Answer(Integer.valueOf(status.group(1)), null)
                : new Answer(null, "no HTTP answer");
    }
}
