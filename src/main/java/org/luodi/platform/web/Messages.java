package org.luodi.platform.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All texts of the product, Chinese first; a key that is missing shows itself, so that a test finds it. */
@Component
public class Messages {

    private final Map<String, String> chinese = new HashMap<>();
    private final Map<String, String> english = new HashMap<>();
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private final ZoneId zone;

    Messages(ZoneId zone) {
        this.zone = zone;
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                String name = String.valueOf(file.getFilename());
                read(file, name.endsWith("_en.properties") ? english : chinese);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a key; an argument that is itself a key of a text is shown as that text. */
    public String text(Locale locale, String key, Object... args) {
        Map<String, String> texts = isEnglish(locale) ? english : chinese;
        String pattern = texts.get(key);
        if (pattern == null) {
            return "??" + key + "??";
        }
        MessageFormat format = formats.computeIfAbsent(
                (isEnglish(locale) ? "en:" : "zh:") + key, k -> new MessageFormat(pattern, locale));
        Object[] shown = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            shown[i] = shown(locale, texts, args[i]);
        }
        synchronized (format) {
            return format.format(shown);
        }
    }

    public boolean has(String key) {
        return chinese.containsKey(key);
    }

    static boolean isEnglish(Locale locale) {
        return "en".equals(locale.getLanguage());
    }

    private Object shown(Locale locale, Map<String, String> texts, Object arg) {
        if (arg instanceof LocalDate day) {
            return day.toString();
        }
        if (arg instanceof Instant at) {
            return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", locale)
                    .withZone(zone)
                    .format(at);
        }
        if (arg instanceof Temporal || arg == null) {
            return String.valueOf(arg);
        }
        return arg instanceof String text && texts.containsKey(text) ? texts.get(text) : arg;
    }

    private static void read(Resource file, Map<String, String> into) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        properties.forEach((key, value) -> into.put(String.valueOf(key), String.valueOf(value)));
    }
}
