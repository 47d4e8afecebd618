package org.luodi.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.luodi.organisation.Interval;
import org.luodi.organisation.Unit;
import org.luodi.organisation.Units;
import org.luodi.platform.web.Messages;
import org.springframework.stereotype.Component;

/** Finds units for the demonstration, and its words. */
@Component
class Places {

    private final Units units;
    private final Messages messages;

    Places(Units units, Messages messages) {
        this.units = units;
        this.messages = messages;
    }

    Unit byCode(String code) {
        return units.byCode(code).orElseThrow();
    }

    /** The first unit directly below another. */
    Unit first(String code) {
        return units.below(byCode(code), null, 1).rows().get(0);
    }

    /** The second one. */
    Unit second(String code) {
        return units.below(byCode(code), null, 2).rows().get(1);
    }

    /** So many units of a subtree, drawn by chance; some more than once; a draw that falls into free room between units finds none. */
    List<Unit> sample(Random random, String code, int count) {
        Interval subtree = byCode(code).territorial();
        List<Long> positions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            positions.add(subtree.from() + (long) (random.nextDouble() * (subtree.to() - subtree.from())));
        }
        List<Unit> found = units.at(positions);
        return IntStream.range(0, found.size())
                .filter(i -> found.get(i).territorial().holds(positions.get(i)))
                .mapToObj(found::get)
                .toList();
    }

    String chinese(String key) {
        return messages.text(Locale.SIMPLIFIED_CHINESE, key);
    }

    String text(String key, Object... args) {
        return messages.text(Locale.SIMPLIFIED_CHINESE, key, args) + " · " + messages.text(Locale.ENGLISH, key, args);
    }
}
