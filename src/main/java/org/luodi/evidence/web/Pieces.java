package org.luodi.evidence.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.luodi.evidence.Evidence;
import org.luodi.evidence.Item;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.Task;
import org.luodi.organisation.Scope;
import org.luodi.platform.Slice;
import org.luodi.platform.identity.Accounts;
import org.springframework.stereotype.Component;

/** Reads evidence together with the matter, the tasks and the names that a person needs to understand it. */
@Component
class Pieces {

    private static final int ROWS = 200;

    private final Evidence evidence;
    private final Matters matters;
    private final Accounts accounts;

    Pieces(Evidence evidence, Matters matters, Accounts accounts) {
        this.evidence = evidence;
        this.matters = matters;
        this.accounts = accounts;
    }

    ListPage of(MatterId id, Map<String, String> typed, Scope scope) {
        Matters.Told told = matters.visible(id, scope);
        Slice<Item> slice = evidence.of(id, scope, typed.get("cursor"), ROWS);
        List<Task> tasks = matters.tasks(id, scope);
        return new ListPage(
                told,
                slice,
                tasks,
                people(slice.rows()),
                evidence.mayNot(told, scope).orElse(null),
                typed);
    }

    OnePage one(long id, Map<String, String> typed, Scope scope) {
        Item item = evidence.visible(id, scope);
        Matters.Told told = matters.visible(item.matter(), scope);
        String task = matters.tasks(item.matter(), scope).stream()
                .filter(t -> item.task() != null && t.id() == item.task())
                .map(Task::what)
                .findFirst()
                .orElse(null);
        return new OnePage(
                item,
                told,
                task,
                people(List.of(item)),
                evidence.mayOpen(item, told, scope),
                evidence.mayNotChange(item, told, scope).orElse(null),
                typed);
    }

    private Map<Long, String> people(List<Item> items) {
        List<Long> ids = items.stream()
                .flatMap(i -> Stream.concat(
                        i.versions().stream().map(Item.Version::addedBy),
                        Stream.ofNullable(i.removed()).map(Item.Removed::by)))
                .distinct()
                .toList();
        return accounts.names(ids);
    }
}
