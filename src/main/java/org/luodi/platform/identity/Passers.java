package org.luodi.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Names for devices and networks that mean nothing tomorrow: a digest under a key that is drawn anew each day and never leaves the memory. */
public final class Passers {

    private static final int KEY = 32;
    private static final int IPV4 = 4;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private Daily daily;

    public Passers(Clock clock) {
        this.clock = clock;
    }

    private record Daily(LocalDate day, SecretKeySpec key) {}

    /** The same device: one address with one browser. */
    public String device(HttpServletRequest request, String door) {
        return digest("device " + door + " " + request.getRemoteAddr() + " " + request.getHeader("User-Agent") + " "
                + request.getHeader("Accept-Language"));
    }

    /** The same network: 256 neighbouring addresses, or a site's addresses of the newer kind (/24, /48). */
    public String network(HttpServletRequest request, String door) {
        return digest("network " + door + " " + network(request.getRemoteAddr()));
    }

    public static String network(String address) {
        if (!address.contains(":") && !address.matches("\\d+(\\.\\d+){3}")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            int kept = bytes.length == IPV4 ? 3 : 6;
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, kept));
        } catch (UnknownHostException unreadable) {
            return address;
        }
    }

    private String digest(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key());
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private synchronized SecretKeySpec key() {
        LocalDate today = LocalDate.now(clock);
        if (daily == null || !daily.day().equals(today)) {
            byte[] fresh = new byte[KEY];
            random.nextBytes(fresh);
            daily = new Daily(today, new SecretKeySpec(fresh, "HmacSHA256"));
        }
        return daily.key();
    }
}
