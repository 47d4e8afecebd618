package org.luodi.platform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A constant that a word stands for: in the database, in addresses, in the API and in message keys. */
public interface Worded {

    String name();

    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one that a word stands for. */
    static <E extends Enum<E> & Worded> Optional<E> of(Class<E> all, String word) {
        return Stream.of(all.getEnumConstants())
                .filter(one -> one.word().equals(word))
                .findFirst();
    }

    /** The words for all of them. */
    static <E extends Enum<E> & Worded> List<String> words(Class<E> all) {
        return Stream.of(all.getEnumConstants()).map(Worded::word).toList();
    }
}
