package org.luodi.promises.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.luodi.evidence.Item;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.platform.Parameter;
import org.luodi.promises.NewPromise;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The form that puts a matter up.
 *
 * @param pictures pieces of evidence that can be shown
 * @param typed what stands in the fields
 */
public record DeskForm(Matters.Told told, List<Item> pictures, MultiValueMap<String, String> typed) {

    private static final String PROOF = "proof";

    public String value(String field) {
        return typed.getFirst(field);
    }

    public boolean chosen(Item item) {
        return typed.getOrDefault(PROOF, List.of()).contains(Long.toString(item.id()));
    }

    /** What the fields suggest: of a deed what it will change, of a problem how it shows. */
    static MultiValueMap<String, String> suggested(Matters.Told told) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        typed.add("title", told.detail().title());
        typed.add(
                "words",
                Stream.of(
                                told.detail().own().outcome(),
                                told.detail().symptoms(),
                                told.detail().standard())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
        return typed;
    }

    static NewPromise read(MatterId matter, MultiValueMap<String, String> typed) {
        List<Long> proofs = typed.getOrDefault(PROOF, List.of()).stream()
                .map(Parameter::cursor)
                .toList();
        return new NewPromise(matter, typed.getFirst("title"), typed.getFirst("words"), proofs);
    }
}
