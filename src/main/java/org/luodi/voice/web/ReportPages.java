package org.luodi.voice.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luodi.platform.web.Forms;
import org.luodi.platform.web.Limits;
import org.luodi.voice.NewReport;
import org.luodi.voice.Receipt;
import org.luodi.voice.Similar;
import org.luodi.voice.Voices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Reporting without an account: the form, finding the place, and the receipt. */
@Controller
class ReportPages {

    private static final String ONCE = "once";

    private final Voices voices;
    private final Similar similar;
    private final Receiving receiving;
    private final Limits limits;
    private final Forms forms;

    ReportPages(Voices voices, Similar similar, Receiving receiving, Limits limits, Forms forms) {
        this.voices = voices;
        this.similar = similar;
        this.receiving = receiving;
        this.limits = limits;
        this.forms = forms;
    }

    @GetMapping("/voice")
    String form(@RequestParam(required = false) String unit, @RequestParam(required = false) String deed, Model model) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put(ONCE, voices.token());
        typed.put("unit", unit);
        typed.put("deed", deed);
        model.addAttribute("form", receiving.form(typed));
        return "voice/report";
    }

    /** Looks for the place and shows the form again; posted, so that nothing that was typed stands in an address. */
    @PostMapping("/voice/places")
    String places(@RequestParam Map<String, String> typed, Model model) {
        return forms.answer(
                model,
                () -> {
                    limits.pass(Limits.Door.LOOK);
                    model.addAttribute("form", receiving.searched(readable(typed)));
                    return "voice/report";
                },
                () -> again(typed, model));
    }

    /** The receipt is the answer itself: it is shown once and stands at no address. Who sends the form again gets the same. */
    @PostMapping("/voice")
    String send(
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "photo", required = false) List<MultipartFile> photos,
            Model model) {
        return forms.answer(
                model,
                () -> {
                    NewReport report = receiving.read(typed);
                    List<Similar.Other> others = typed.containsKey("sure") ? List.of() : similar.to(report);
                    if (!others.isEmpty()) {
                        model.addAttribute("form", receiving.beside(typed, others));
                        return "voice/report";
                    }
                    limits.pass(Limits.Door.REPORT);
                    return receipt(voices.receive(report, Sent.photos(photos)), model);
                },
                () -> again(typed, model));
    }

    /** "Me too" to one of those that were offered; what was typed and the photos go with it. */
    @PostMapping("/voice/echoes")
    String echo(
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "photo", required = false) List<MultipartFile> photos,
            Model model) {
        return forms.answer(
                model,
                () -> {
                    limits.pass(Limits.Door.REPORT);
                    return receipt(voices.meToo(typed.get("echo"), receiving.read(typed), Sent.photos(photos)), model);
                },
                () -> again(typed, model));
    }

    private static String receipt(Receipt receipt, Model model) {
        model.addAttribute("receipt", receipt);
        return "voice/receipt";
    }

    private String again(Map<String, String> typed, Model model) {
        model.addAttribute("form", receiving.form(readable(typed)));
        return "voice/report";
    }

    /** A form whose token was lost or altered goes on under a new one. */
    private Map<String, String> readable(Map<String, String> typed) {
        if (!typed.getOrDefault(ONCE, "").matches("[A-Za-z0-9_-]{20,64}")) {
            typed.put(ONCE, voices.token());
        }
        return typed;
    }
}
