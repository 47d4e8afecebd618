package org.luodi.promises.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.luodi.matters.Matters;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Units;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Accounts;
import org.luodi.promises.Promise;
import org.luodi.promises.Promises;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Reads what the publishing desk shows, with the names a person needs. */
@Component("promisesDesk")
class Desk {

    private static final List<String> NOUNS = List.of("publications", "refusals", "recalls");

    private final Promises promises;
    private final Around around;

    Desk(Promises promises, Around around) {
        this.promises = promises;
        this.around = around;
    }

    /** The modules below that name what the desk shows. */
    @Component("promisesDeskAround")
    record Around(Matters matters, Units units, Accounts accounts) {}

    DeskForm form(Matters.Told told, MultiValueMap<String, String> typed, Scope scope) {
        return new DeskForm(told, promises.pictures(told.matter().id(), scope), typed);
    }

    DeskPage one(long id, Scope scope) {
        Promise promise = promises.visible(id, scope);
        List<Long> people = Stream.of(promise.proposed(), promise.decided(), promise.recalled())
                .filter(Objects::nonNull)
                .map(Promise.Step::by)
                .toList();
        Map<String, Refusal> barred = new HashMap<>();
        NOUNS.forEach(n -> promises.mayNot(promise, n, scope).ifPresent(r -> barred.put(n, r)));
        return new DeskPage(
                promise,
                around.matters().visible(promise.matter(), scope),
                around.units().names(List.of(promise.unit())).get(promise.unit()),
                around.accounts().names(people),
                barred);
    }
}
