package org.luodi.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Style rule 21: every text a person reads stands in a message file, in both languages, and is used. */
class TextsTest {

    private static final Path MESSAGES = Sources.RESOURCES.resolve("messages");
    private static final Path TEMPLATES = Sources.RESOURCES.resolve("templates");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    @Test
    void everyTextIsThereInBothLanguagesWithTheSamePlaces() {
        List<String> faults = new ArrayList<>();
        for (Path chinese : files(false)) {
            Properties zh = read(chinese);
            Properties en = read(english(chinese));
            difference(zh, en).forEach(k -> faults.add(k + " is only in Chinese"));
            difference(en, zh).forEach(k -> faults.add(k + " is only in English"));
            zh.stringPropertyNames().stream()
                    .filter(k -> en.containsKey(k) && !places(zh, k).equals(places(en, k)))
                    .forEach(k -> faults.add(k + " names other places in English"));
        }
        assertThat(faults).isEmpty();
    }

    /** A lone apostrophe begins a quotation: it would be lost, and with it the places behind it. */
    @Test
    void anApostropheIsWrittenTwice() {
        assertThat(Sources.files(MESSAGES, ".properties").stream()
                        .flatMap(f -> read(f).entrySet().stream())
                        .filter(e ->
                                String.valueOf(e.getValue()).replace("''", "").contains("'"))
                        .map(e -> e.getKey() + " has a lone apostrophe"))
                .isEmpty();
    }

    @Test
    void aKeyBeginsWithItsFile() {
        assertThat(files(false).stream()
                        .flatMap(f -> read(f).stringPropertyNames().stream().filter(k -> !k.startsWith(name(f) + "."))))
                .isEmpty();
    }

    @Test
    void englishIsEnglish() {
        assertThat(files(true).stream()
                        .flatMap(f -> read(f).entrySet().stream())
                        .filter(e -> HAN.matcher(String.valueOf(e.getValue())).find())
                        .map(e -> String.valueOf(e.getKey()))
                        .filter(k -> !k.equals("shared.language.other")))
                .isEmpty();
    }

    @Test
    void everyKeyThatCodeNamesExists() {
        Set<String> known = keys();
        assertThat(named().filter(k -> !known.contains(k)).distinct()).isEmpty();
    }

    @Test
    void everyTextIsUsed() {
        String code = everything();
        Set<String> prefixes = builtPrefixes();
        assertThat(keys().stream().filter(k -> !isUsed(k, code, prefixes))).isEmpty();
    }

    /** Named whole, or begun or ended in code: {@code "matters.stage." + stage}, {@code key + ".detail"}. */
    private static boolean isUsed(String key, String code, Set<String> prefixes) {
        int dot = key.lastIndexOf('.');
        boolean ended =
                code.contains("\"" + key.substring(dot) + "\"") && code.contains("\"" + key.substring(0, dot) + "\"");
        return ended || code.contains("\"" + key + "\"") || prefixes.stream().anyMatch(key::startsWith);
    }

    @Test
    void templatesHoldNoTextOfTheirOwn() {
        assertThat(Sources.files(TEMPLATES, ".jte").stream().flatMap(TextsTest::bareText))
                .isEmpty();
    }

    private static Stream<String> bareText(Path template) {
        String text = Sources.text(template);
        return Stream.concat(
                HAN.matcher(text.replaceAll("(?s)<%--.*?--%>", "")).results().map(r -> template + ": Chinese text"),
                bareWords(text).map(w -> template + ": " + w));
    }

    /** Words between tags, once everything that JTE computes is taken away. */
    private static Stream<String> bareWords(String template) {
        String text = template.replaceAll("(?s)<%--.*?--%>", "")
                .replaceAll("(?m)^\\s*(@import|@param|!\\{).*$", "")
                .replaceAll("(?s)<(script|style)[^>]*>.*?</\\1>", "");
        String plain = withoutCode(text);
        return Pattern.compile(">([^<>]*)<")
                .matcher(plain)
                .results()
                .map(r -> r.group(1).strip())
                .filter(w -> !w.startsWith("/"))
                .filter(w -> Pattern.compile("[A-Za-z]{2,}").matcher(w).find());
    }

    /** Takes away {@code ${…}}, {@code @if(…)}, {@code @template.x(…)} with what their brackets hold, content blocks aside. */
    private static String withoutCode(String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = codeEnd(text, at);
            if (end > at) {
                out.append(contentBlocks(text.substring(at, end)));
                at = end;
            } else {
                out.append(text.charAt(at++));
            }
        }
        return out.toString();
    }

    private static final Pattern CODE = Pattern.compile(
            "(\\$\\{|\\$unsafe\\{|@(if|elseif|for|else|endif|endfor|template[\\w.-]*|raw|endraw)\\b\\(?)");

    private static int codeEnd(String text, int at) {
        var matcher = CODE.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return at;
        }
        String start = matcher.group();
        return start.endsWith("{") || start.endsWith("(") ? closing(text, matcher.end()) : matcher.end();
    }

    private static int closing(String text, int from) {
        int depth = 1;
        boolean quoted = false;
        boolean block = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            block ^= c == '`';
            quoted ^= !block && c == '"' && text.charAt(i - 1) != '\\';
            depth += quoted || block ? 0 : "({".indexOf(c) >= 0 ? 1 : ")}".indexOf(c) >= 0 ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }

    private static String contentBlocks(String code) {
        return Pattern.compile("(?s)@`(.*?)`")
                .matcher(code)
                .results()
                .map(r -> ">" + withoutCode(r.group(1)) + "<")
                .collect(Collectors.joining());
    }

    /** Keys written whole in code and templates. */
    private static Stream<String> named() {
        String families = files(false).stream().map(TextsTest::name).collect(Collectors.joining("|"));
        Pattern call = Pattern.compile(
                "(?:text|Refusal\\.of|conflict|refuse|refuseIf|step|StartRefusal)\\(\\s*(?:[\\w.()]+,\\s*)?\"((?:"
                        + families + ")\\.[\\w.-]*[\\w])\"\\s*[,)]");
        return Stream.concat(
                        Sources.all().stream().map(Sources.Source::text),
                        Sources.files(TEMPLATES, ".jte").stream().map(Sources::text))
                .flatMap(text -> call.matcher(text).results().map(r -> r.group(1)));
    }

    /** Beginnings of keys that code completes: {@code "matters.stage." + stage}. */
    private static Set<String> builtPrefixes() {
        return Pattern.compile("\"([a-z]+\\.[\\w.-]*\\.)\"")
                .matcher(everything())
                .results()
                .map((MatchResult r) -> r.group(1))
                .collect(Collectors.toSet());
    }

    private static String everything() {
        return Stream.concat(
                        Sources.all().stream().map(Sources.Source::text),
                        Sources.files(TEMPLATES, ".jte").stream().map(Sources::text))
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> keys() {
        return files(false).stream()
                .flatMap(f -> read(f).stringPropertyNames().stream())
                .collect(Collectors.toSet());
    }

    private static List<Path> files(boolean english) {
        return Sources.files(MESSAGES, ".properties").stream()
                .filter(f -> f.toString().endsWith("_en.properties") == english)
                .toList();
    }

    private static Path english(Path chinese) {
        return MESSAGES.resolve(name(chinese) + "_en.properties");
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceAll("(_en)?\\.properties", "");
    }

    private static Set<String> difference(Properties one, Properties other) {
        Set<String> keys = new TreeSet<>(one.stringPropertyNames());
        keys.removeAll(other.stringPropertyNames());
        return keys;
    }

    private static Set<String> places(Properties texts, String key) {
        return PLACE.matcher(texts.getProperty(key))
                .results()
                .map(r -> r.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
