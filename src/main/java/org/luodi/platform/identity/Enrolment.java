package org.luodi.platform.identity;

import io.nayuki.qrcodegen.QrCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A secret on its way into an authenticator: as a picture to be scanned and as letters to be typed.
 *
 * @param secret in groups of four
 * @param path of the picture, for an SVG whose side is {@code size}
 */
public record Enrolment(String secret, String path, int size) {

    /** White around the picture, as the standard for it asks. */
    private static final int BORDER = 4;

    static Enrolment of(String product, String login, byte[] secret) {
        String spelled = OneTimeCodes.spelled(secret);
        String address = "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(encoded(product), encoded(login), spelled, encoded(product));
        QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        return new Enrolment(spelled.replaceAll("(.{4})(?=.)", "$1 "), path(code), code.size + 2 * BORDER);
    }

    /** One square for each dark module. */
    private static String path(QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                path.append(code.getModule(x, y) ? "M%d,%dh1v1h-1z".formatted(x + BORDER, y + BORDER) : "");
            }
        }
        return path.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
