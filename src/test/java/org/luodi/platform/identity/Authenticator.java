package org.luodi.platform.identity;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.UUID;
import org.luodi.world.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A device with one passkey, as the standard describes it (WebAuthn level 2, 6.1 and 6.5; no attestation), beside the pages' own script. */
final class Authenticator {

    private static final String PARTY = "localhost";
    private static final int SEEN_AND_KNOWN = 0x05;
    private static final int WITH_KEY = 0x40;
    private static final int COORDINATE = 32;

    private final byte[] id = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    private final KeyPair key;
    private String owner;
    private int used;

    Authenticator() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        key = generator.generateKeyPair();
    }

    /** Registers the passkey for whoever is signed in; the answer's status. */
    int register(Visitor visitor, int port, String page) throws GeneralSecurityException {
        String csrf = visitor.token(page);
        JsonNode options = json(visitor, "/webauthn/register/options", "", csrf);
        owner = options.path("user").path("id").asString();
        ByteArrayOutputStream attestation = new ByteArrayOutputStream();
        // {"fmt": "none", "attStmt": {}, "authData": bytes}
        attestation.write(0xa3);
        text(attestation, "fmt");
        text(attestation, "none");
        text(attestation, "attStmt");
        attestation.write(0xa0);
        text(attestation, "authData");
        bytes(attestation, data(SEEN_AND_KNOWN | WITH_KEY, keyData()));
        String body = """
                {"publicKey": {"label": "test", "credential": {"id": "%1$s", "rawId": "%1$s", "type": "public-key",
                "clientExtensionResults": {}, "authenticatorAttachment": "platform", "response":
                {"attestationObject": "%2$s", "clientDataJSON": "%3$s", "transports": ["internal", "hybrid"]}}}}
                """.formatted(
                        url(id),
                        url(attestation.toByteArray()),
                        url(client("webauthn.create", options.path("challenge").asString(), port)));
        return visitor.json("/webauthn/register", body, "X-XSRF-TOKEN", csrf).statusCode();
    }

    /** Signs in with it; the answer's status. */
    int signIn(Visitor visitor, int port) throws GeneralSecurityException {
        String csrf = visitor.token("/sign-in");
        JsonNode options = json(visitor, "/webauthn/authenticate/options", "", csrf);
        byte[] client = client("webauthn.get", options.path("challenge").asString(), port);
        byte[] data = data(SEEN_AND_KNOWN, new byte[0]);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key.getPrivate());
        signature.update(data);
        signature.update(digest(client));
        String body = """
                {"id": "%1$s", "rawId": "%1$s", "credType": "public-key", "clientExtensionResults": {},
                "authenticatorAttachment": "platform", "response":
                {"authenticatorData": "%2$s", "clientDataJSON": "%3$s", "signature": "%4$s", "userHandle": "%5$s"}}
                """.formatted(url(id), url(data), url(client), url(signature.sign()), owner);
        return visitor.json("/login/webauthn", body, "X-XSRF-TOKEN", csrf).statusCode();
    }

    private static JsonNode json(Visitor visitor, String path, String body, String csrf) {
        return new JsonMapper().readTree(Visitor.text(visitor.json(path, body, "X-XSRF-TOKEN", csrf)));
    }

    private static byte[] client(String type, String challenge, int port) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"http://%s:%d\",\"crossOrigin\":false}"
                .formatted(type, challenge, PARTY, port)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** For whom, what was seen of the owner, how often it was used, and the key where it is new. */
    private byte[] data(int flags, byte[] rest) throws GeneralSecurityException {
        return ByteBuffer.allocate(37 + rest.length)
                .put(digest(PARTY.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt(++used)
                .put(rest)
                .array();
    }

    /** No model of a device, the name of the passkey, the key as COSE has it: EC2, ES256, P-256, x, y. */
    private byte[] keyData() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[16]);
        out.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
        out.writeBytes(id);
        out.writeBytes(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21});
        ECPublicKey open = (ECPublicKey) key.getPublic();
        bytes(out, coordinate(open.getW().getAffineX()));
        out.write(0x22);
        bytes(out, coordinate(open.getW().getAffineY()));
        return out.toByteArray();
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] signed = number.toByteArray();
        byte[] fixed = new byte[COORDINATE];
        int length = Math.min(COORDINATE, signed.length);
        System.arraycopy(signed, signed.length - length, fixed, COORDINATE - length, length);
        return fixed;
    }

    private static void text(ByteArrayOutputStream cbor, String text) {
        cbor.write(0x60 + text.length());
        cbor.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void bytes(ByteArrayOutputStream cbor, byte[] bytes) {
        cbor.write(0x58);
        cbor.write(bytes.length);
        cbor.writeBytes(bytes);
    }

    private static byte[] digest(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
