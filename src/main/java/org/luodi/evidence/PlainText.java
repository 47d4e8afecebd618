package org.luodi.evidence;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.luodi.platform.Refusal;

/** Tells a text by its characters: every byte reads as UTF-8, GB 18030 or marked UTF-16, and nothing but text is in it. */
final class PlainText {

    private static final Pattern MARKUP = Pattern.compile(
            "\\A\\s*<[a-z!?/].*|.*<\\s*(script|svg|html|body|iframe|object|embed|foreignobject)\\b.*", Pattern.DOTALL);
    private static final Charset GB = Charset.forName("GB18030");

    private PlainText() {}

    static Optional<String> read(byte[] given) {
        return charsets(given).stream()
                .flatMap(c -> decode(given, c).stream())
                .filter(PlainText::isText)
                .findFirst();
    }

    /** A page, a drawing or a script is a text that something would run. */
    static void mustBeHarmless(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        String plain = lower.startsWith("\ufeff") ? lower.substring(1) : lower;
        if (MARKUP.matcher(plain).matches()) {
            throw Refusal.of("evidence.refused.page");
        }
        if (plain.startsWith("#!") || plain.startsWith("@echo off")) {
            throw Refusal.of("evidence.refused.program");
        }
        if (plain.startsWith("{\\rtf")) {
            throw Refusal.of("evidence.refused.type");
        }
    }

    private static List<Charset> charsets(byte[] given) {
        boolean marked = given.length > 2
                && ((given[0] & 0xFF) == 0xFF && (given[1] & 0xFF) == 0xFE
                        || (given[0] & 0xFF) == 0xFE && (given[1] & 0xFF) == 0xFF);
        return marked ? List.of(StandardCharsets.UTF_16) : List.of(StandardCharsets.UTF_8, GB);
    }

    private static Optional<String> decode(byte[] given, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(given));
            return Optional.of(text.toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static boolean isText(String text) {
        return text.chars()
                .allMatch(c -> c >= 0x20 && (c < 0x7F || c > 0x9F) && c < 0xFFFE
                        || c == '\n'
                        || c == '\r'
                        || c == '\t'
                        || c == '\f');
    }
}
