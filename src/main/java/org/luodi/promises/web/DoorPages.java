package org.luodi.promises.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.luodi.organisation.Line;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.overview.Overview;
import org.luodi.platform.NotFound;
import org.luodi.platform.web.Forms;
import org.luodi.platform.web.Limits;
import org.luodi.promises.OpenDoors;
import org.luodi.promises.Shown;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What anybody sees without an account: the page of a unit, one promise, its pictures, and the support of a deed. */
@Controller
class DoorPages {

    static final String DEVICE = "luodi-supporter";
    private static final String NATION = "0";
    private static final int ROWS = 20;
    private static final int BELOW = 60;
    private static final int SECRET = 24;

    private final OpenDoors doors;
    private final Around around;
    private final Limits limits;
    private final Forms forms;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    DoorPages(OpenDoors doors, Around around, Limits limits, Forms forms, Clock clock) {
        this.doors = doors;
        this.around = around;
        this.limits = limits;
        this.forms = forms;
        this.clock = clock;
    }

    /** The modules below that a public page asks. */
    @Component("doorsAround")
    record Around(Units units, Overview overview) {}

    @GetMapping("/promises")
    String start() {
        Unit nation = around.units().byCode(NATION).orElseThrow(() -> new NotFound("unit", 0));
        return "redirect:/promises/units/" + nation.id().value();
    }

    @GetMapping("/promises/units/{id}")
    String unit(
            @PathVariable int id,
            @RequestParam(defaultValue = "false") boolean deeds,
            @RequestParam(required = false) String cursor,
            @RequestParam(required = false) String below,
            Model model) {
        Unit unit = around.units().find(new UnitId(id)).orElseThrow(() -> new NotFound("unit", id));
        List<Unit> path = around.units().path(unit.id(), Line.TERRITORIAL);
        model.addAttribute(
                "page",
                new UnitPage(
                        unit,
                        path.subList(0, path.size() - 1),
                        around.units().below(unit, below, BELOW),
                        doors.of(unit, deeds, cursor, ROWS),
                        deeds,
                        around.overview().totals(unit.id()),
                        LocalDate.now(clock)));
        return "promises/unit";
    }

    @GetMapping("/promises/{id}")
    String one(@PathVariable long id, Model model) {
        Shown shown = doors.shown(id);
        model.addAttribute("shown", shown);
        model.addAttribute("path", around.units().path(shown.promise().unit(), Line.TERRITORIAL));
        model.addAttribute(
                "answers", around.units().names(List.of(shown.answers())).get(shown.answers()));
        model.addAttribute("today", LocalDate.now(clock));
        return "promises/one";
    }

    @GetMapping("/promises/{id}/pictures/{number}")
    ResponseEntity<Resource> picture(@PathVariable long id, @PathVariable int number) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noCache().cachePublic())
                .header("Content-Disposition", "inline")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .body(new FileSystemResource(doors.picture(id, number)));
    }

    /** The device keeps a secret of its own for a year, so that one supporter counts once; no account, no address is kept. */
    @PostMapping("/promises/{id}/supports")
    String support(
            @PathVariable long id,
            @CookieValue(name = DEVICE, required = false) String device,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        return forms.answer(
                model,
                () -> {
                    limits.pass(Limits.Door.SUPPORT);
                    boolean counted = doors.support(id, device == null ? fresh(response) : device);
                    next.addFlashAttribute("done", counted ? "promises.supported" : "promises.supported.before");
                    return "redirect:/promises/" + id;
                },
                () -> one(id, model));
    }

    private String fresh(HttpServletResponse response) {
        byte[] secret = new byte[SECRET];
        random.nextBytes(secret);
        String device = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Cookie cookie = new Cookie(DEVICE, device);
        cookie.setPath("/promises");
        cookie.setHttpOnly(true);
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        return device;
    }
}
