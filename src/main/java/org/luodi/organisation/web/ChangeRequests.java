package org.luodi.organisation.web;

import java.util.ArrayList;
import java.util.List;
import org.luodi.organisation.Line;
import org.luodi.organisation.Scope;
import org.luodi.organisation.TreeChange;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.springframework.stereotype.Component;

/** Makes the change that a form asks for; units are named by their codes. */
@Component
class ChangeRequests {

    private final Units units;

    ChangeRequests(Units units) {
        this.units = units;
    }

    TreeChange read(String verb, UnitId unit, ChangeForm form, Scope scope) {
        int version = form.version() == null ? 0 : form.version();
        return switch (verb) {
            case "add" -> new TreeChange.Add(added(unit, form, scope));
            case "rename" -> new TreeChange.Rename(unit, version, form.name());
            case "move" -> move(unit, version, form, scope);
            case "merge" -> new TreeChange.Merge(unit, version, named(form.other(), scope));
            case "split" -> new TreeChange.Split(unit, version, parts(form));
            case "close" -> new TreeChange.Close(unit, version, named(form.other(), scope));
            default -> throw new NotFound("change", verb);
        };
    }

    private TreeChange.NewUnit added(UnitId superior, ChangeForm form, Scope scope) {
        return new TreeChange.NewUnit(
                text(form.code()),
                text(form.name()),
                text(form.unitClass()),
                text(form.level()),
                superior,
                named(form.industry(), scope),
                form.head());
    }

    private TreeChange move(UnitId unit, int version, ChangeForm form, Scope scope) {
        Line line = "industry".equals(form.line()) ? Line.INDUSTRY : Line.TERRITORIAL;
        UnitId to = form.leave() ? null : named(form.other(), scope);
        if (to == null && !form.leave()) {
            throw Refusal.of("changes.refused.into");
        }
        return new TreeChange.Move(unit, version, line, to);
    }

    private static List<TreeChange.Part> parts(ChangeForm form) {
        List<TreeChange.Part> parts = new ArrayList<>();
        for (int i = 0; i < form.part().size(); i++) {
            List<UnitId> children = form.childrenOf(i).stream().map(UnitId::new).toList();
            String code = text(form.part(i));
            String name = text(form.partName(i));
            if (!code.isEmpty() || !name.isEmpty() || !children.isEmpty()) {
                parts.add(new TreeChange.Part(code, name, children));
            }
        }
        return parts;
    }

    private UnitId named(String code, Scope scope) {
        if (text(code).isEmpty()) {
            return null;
        }
        return units.byCode(text(code), scope)
                .orElseThrow(() -> Refusal.of("changes.refused.unknown", text(code)))
                .id();
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
