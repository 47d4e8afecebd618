package org.luodi.voice.web;

import java.util.Map;
import java.util.Optional;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Refusal;
import org.luodi.platform.web.Forms;
import org.luodi.voice.Nearby;
import org.luodi.voice.Point;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a unit is, so that the public finds it by position: two numbers that its office says. */
@Controller
class PointPages {

    private static final String HERE = "/voice/desk/units/{unit}/position";

    private final Nearby nearby;
    private final Units units;
    private final Forms forms;

    PointPages(Nearby nearby, Units units, Forms forms) {
        this.nearby = nearby;
        this.units = units;
        this.forms = forms;
    }

    @GetMapping(HERE)
    String position(@PathVariable int unit, Scope scope, Model model) {
        Map<String, String> kept = nearby.of(new UnitId(unit))
                .map(p -> Map.of("latitude", plain(p.latitude()), "longitude", plain(p.longitude())))
                .orElse(Map.of());
        return form(unit, kept, scope, model);
    }

    @PostMapping(HERE)
    String put(
            @PathVariable int unit,
            @RequestParam Map<String, String> typed,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        return forms.answer(
                model,
                () -> {
                    nearby.put(
                            new UnitId(unit),
                            new Point(degrees(typed, "latitude"), degrees(typed, "longitude")),
                            scope);
                    next.addFlashAttribute("done", "voice.position.kept");
                    return "redirect:" + HERE.replace("{unit}", Integer.toString(unit));
                },
                () -> form(unit, typed, scope, model));
    }

    private String form(int id, Map<String, String> typed, Scope scope, Model model) {
        Unit unit = units.visible(new UnitId(id), scope);
        model.addAttribute("unit", unit);
        model.addAttribute("typed", typed);
        model.addAttribute("may", nearby.says(unit, scope));
        return "voice/position";
    }

    /** Degrees as people write them: a decimal point or a comma, spaces around it. */
    private static double degrees(Map<String, String> typed, String name) {
        return Optional.ofNullable(typed.get(name))
                .map(t -> t.strip().replace('，', '.').replace(',', '.'))
                .filter(t -> t.matches("[+-]?\\d{1,3}(\\.\\d{1,12})?"))
                .map(Double::parseDouble)
                .orElseThrow(() -> Refusal.of("voice.refused." + name));
    }

    private static String plain(double degrees) {
        return java.math.BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
    }
}
