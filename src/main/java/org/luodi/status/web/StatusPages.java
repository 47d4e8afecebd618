package org.luodi.status.web;

import org.luodi.status.Status;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the installation is, for administrators. */
@Controller
class StatusPages {

    private final Status status;

    StatusPages(Status status) {
        this.status = status;
    }

    @GetMapping("/status")
    String page(Model model) {
        model.addAttribute("seen", status.look());
        return "status/status";
    }
}
