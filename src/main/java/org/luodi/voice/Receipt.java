package org.luodi.voice;

/**
 * What a reporter gets: shown once, kept by nobody else.
 *
 * @param code the public number
 * @param secret the word that opens it, in groups; only its digest is kept
 * @param again whether the same had been received before
 */
public record Receipt(String code, String secret, boolean again) {

    @Override
    public String toString() {
        return code;
    }
}
