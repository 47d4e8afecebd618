package org.luodi.search;

import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** How a name is read: by HanLP's dictionary, and by our own list where places are read otherwise. */
final class Pinyin {

    private static final int LONGEST = 4;
    private static final Map<String, List<String>> PLACES = places();

    private Pinyin() {}

    /** One syllable without tone for each Chinese character; letters and digits in a row are one "syllable" each. */
    static List<String> syllables(String name) {
        List<String> read = new ArrayList<>(name.length());
        var dictionary = PinyinDictionary.convertToPinyin(name);
        int at = 0;
        while (at < name.length()) {
            List<String> place = place(name, at);
            if (place.isEmpty()) {
                String syllable = dictionary.get(at).getPinyinWithoutTone();
                add(read, "none".equals(syllable) ? Character.toString(name.charAt(at)) : syllable);
                at++;
            } else {
                read.addAll(place);
                at += place.size();
            }
        }
        return read;
    }

    private static void add(List<String> read, String syllable) {
        if (Character.isLetterOrDigit(syllable.charAt(0)) && syllable.charAt(0) < 128) {
            read.add(syllable);
        }
    }

    /** The longest place of the list that begins here, or nothing. */
    private static List<String> place(String name, int from) {
        for (int length = Math.min(LONGEST, name.length() - from); length >= 2; length--) {
            List<String> found = PLACES.get(name.substring(from, from + length));
            if (found != null) {
                return found;
            }
        }
        return List.of();
    }

    private static Map<String, List<String>> places() {
        Map<String, List<String>> places = new HashMap<>();
        var file = new ClassPathResource("data/place_pinyin.txt");
        try (var reader = new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                List<String> words = Arrays.asList(line.split(" "));
                places.put(words.get(0), List.copyOf(words.subList(1, words.size())));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places;
    }
}
