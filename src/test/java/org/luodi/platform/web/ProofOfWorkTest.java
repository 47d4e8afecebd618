package org.luodi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.altcha.altcha.Altcha;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ProofOfWorkTest {

    private static final String ONCE = "0123456789abcdefghij";

    private final JsonMapper json = new JsonMapper();

    private final ProofOfWork work =
            new ProofOfWork("thirty-two bytes that are no key".getBytes(StandardCharsets.US_ASCII));

    @Test
    void aSolvedSumIsAProofForItsFormAlone() throws Exception {
        String solution = payload(solved());
        assertThat(work.isShown(solution, ONCE)).isTrue();
        assertThat(work.isShown(solution, ONCE)).isTrue();
        assertThat(work.isShown(solution, "another-form-0123456789")).isFalse();
        assertThat(work.isShown(solution, null)).isFalse();
    }

    @Test
    void whatWasAlteredIsNoProof() throws Exception {
        Map<String, Object> solved = solved();
        long number = (Long) solved.get("number");
        String salt = (String) solved.get("salt");
        assertThat(shown(solved, "number", number + 1)).isFalse();
        assertThat(shown(solved, "signature", "0".repeat(64))).isFalse();
        assertThat(shown(solved, "algorithm", "SHA-1")).isFalse();
        assertThat(shown(solved, "salt", salt.replaceFirst("expires=\\d", "expires=9")))
                .isFalse();
        String figures = Long.toString(number);
        Map<String, Object> moved = new LinkedHashMap<>(solved);
        moved.put("salt", salt + figures.charAt(0));
        moved.put("number", Long.parseLong("0" + figures.substring(1)));
        assertThat(work.isShown(payload(moved), ONCE)).isFalse();
    }

    @Test
    void whatCannotBeReadIsNoProof() {
        for (String given : new String[] {null, "", "x", "e30=", "bnVsbA==", "W10=", "A".repeat(100_000)}) {
            assertThat(work.isShown(given, ONCE)).as(given).isFalse();
        }
    }

    private boolean shown(Map<String, Object> solved, String field, Object value) {
        Map<String, Object> altered = new LinkedHashMap<>(solved);
        altered.put(field, value);
        return work.isShown(payload(altered), ONCE);
    }

    private Map<String, Object> solved() throws Exception {
        Altcha.Challenge challenge = json.readValue(work.challenge(ONCE), Altcha.Challenge.class);
        Altcha.Solution solution = Altcha.solveChallenge(
                challenge.challenge, challenge.salt, Altcha.Algorithm.SHA256, challenge.maxnumber, 0);
        Map<String, Object> solved = new LinkedHashMap<>();
        solved.put("algorithm", challenge.algorithm);
        solved.put("challenge", challenge.challenge);
        solved.put("number", (long) solution.number);
        solved.put("salt", challenge.salt);
        solved.put("signature", challenge.signature);
        return solved;
    }

    private String payload(Map<String, Object> solved) {
        return Base64.getEncoder()
                .encodeToString(json.writeValueAsString(solved).getBytes(StandardCharsets.UTF_8));
    }
}
