package org.luodi.platform.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.luodi.platform.Refusal;

/** How a text file is written: by its byte order mark, else UTF-8 without a fault, else GB18030 that reads like Chinese. */
record TextEncoding(Charset charset, int mark) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset GB2312 = Charset.forName("GB2312");

    static TextEncoding of(Path file) throws IOException {
        TextEncoding marked = marked(file);
        if (marked != null) {
            return marked.admitted(Tally.of(file, marked));
        }
        TextEncoding unicode = new TextEncoding(StandardCharsets.UTF_8, 0);
        Tally tally = Tally.of(file, unicode);
        if (tally != null) {
            return unicode.admitted(tally);
        }
        TextEncoding chinese = new TextEncoding(GB18030, 0);
        Tally guessed = Tally.of(file, chinese);
        if (guessed == null || !guessed.readsLikeChinese()) {
            throw Refusal.of("exchange.text.encoding");
        }
        return chinese.admitted(guessed);
    }

    private static TextEncoding marked(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(3);
        }
        String bytes = new String(head, StandardCharsets.ISO_8859_1);
        if (bytes.equals("\u00ef\u00bb\u00bf")) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (bytes.startsWith("\u00ff\u00fe")) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        return bytes.startsWith("\u00fe\u00ff") ? new TextEncoding(StandardCharsets.UTF_16BE, 2) : null;
    }

    private TextEncoding admitted(Tally tally) {
        if (tally == null) {
            throw Refusal.of("exchange.text.encoding");
        }
        if (tally.isBinary()) {
            throw Refusal.of("exchange.text.binary");
        }
        if (tally.isDamaged()) {
            throw Refusal.of("exchange.text.damaged");
        }
        return this;
    }

    /** Reads past the byte order mark and stops at the first byte that the encoding does not know. */
    Reader reader(InputStream in) throws IOException {
        in.skipNBytes(mark);
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** What the characters of a file are, counted. */
    private static final class Tally {

        private final CharsetEncoder common = GB2312.newEncoder();
        private long all;
        private long foreign;
        private long usual;
        private long controls;
        private long lost;

        /** Counts a file read in this encoding, or null where it cannot be read so. */
        static Tally of(Path file, TextEncoding encoding) throws IOException {
            Tally tally = new Tally();
            char[] chunk = new char[8192];
            try (Reader reader = encoding.reader(Files.newInputStream(file))) {
                for (int got = reader.read(chunk); got >= 0; got = reader.read(chunk)) {
                    tally.count(chunk, got);
                }
                return tally;
            } catch (CharacterCodingException notThis) {
                return null;
            }
        }

        private void count(char[] chunk, int length) {
            for (int i = 0; i < length; i++) {
                count(chunk[i]);
            }
        }

        private void count(char c) {
            all++;
            if (c < 0x20 && c != '\t' && c != '\r' && c != '\n') {
                controls++;
            } else if (c == 0xFFFD) {
                lost++;
            } else if (c >= 0x80) {
                foreign++;
                usual += isUsual(c) ? 1 : 0;
            }
        }

        /** Common hanzi and Chinese punctuation; kana, Greek and rare hanzi are what other encodings turn into. */
        private boolean isUsual(char c) {
            boolean punctuation = (c >= 0x3000 && c <= 0x3020) || (c >= 0xFF00 && c <= 0xFF5E) || isTypographic(c);
            return punctuation || (c >= 0x4E00 && c <= 0x9FFF && common.canEncode(c));
        }

        private static boolean isTypographic(char c) {
            return (c >= 0x2010 && c <= 0x2033) || (c >= 0x2160 && c <= 0x2169) || (c >= 0x2460 && c <= 0x249B);
        }

        boolean isBinary() {
            return controls * 10 > all;
        }

        boolean isDamaged() {
            return lost * 100 > foreign;
        }

        boolean readsLikeChinese() {
            return usual * 100 >= foreign * 80;
        }
    }
}
