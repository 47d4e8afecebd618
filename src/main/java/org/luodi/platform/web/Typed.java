package org.luodi.platform.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.luodi.platform.Parameter;

/** What somebody typed into a form, or put into a JSON object, read with a plain refusal for each thing that makes no sense. */
public record Typed(Map<String, String> values) {

    /** A JSON object read like a form; a nested value is refused where a number or a day is due. */
    public static Typed of(Map<String, ?> body) {
        Map<String, String> values = new HashMap<>();
        body.forEach((name, value) -> values.put(name, value == null ? "" : value.toString()));
        return new Typed(values);
    }

    /** The words without space around them, their lines ended in one way; null where there are none. */
    public String text(String name) {
        String value = values.get(name);
        return value == null || value.isBlank() ? null : value.strip().replace("\r\n", "\n");
    }

    public Integer number(String name) {
        return Parameter.number(name, text(name));
    }

    /** The number of a thing. */
    public Long id(String name) {
        try {
            return text(name) == null ? null : Long.valueOf(text(name));
        } catch (NumberFormatException e) {
            throw Parameter.notANumber(name, text(name));
        }
    }

    public LocalDate day(String name) {
        try {
            return text(name) == null ? null : Parameter.day(text(name));
        } catch (DateTimeException e) {
            throw Parameter.notADay(name, text(name));
        }
    }

    /** Whether a box was ticked. */
    public boolean yes(String name) {
        return text(name) != null && !"false".equals(text(name));
    }

    /** The one that a word stands for, of the words that are allowed. */
    public <T> T one(String name, Function<String, Optional<T>> named, Collection<String> words) {
        String word = text(name);
        return word == null ? null : named.apply(word).orElseThrow(() -> Parameter.notOneOf(name, word, words));
    }
}
