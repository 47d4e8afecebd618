package org.luodi.status.web;

import org.luodi.platform.web.Nav;
import org.luodi.status.Status;
import org.springframework.context.annotation.Bean;
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

    @Bean
    static Nav statusNav() {
        return new Nav(95, "/status", "status.title");
    }

    @GetMapping("/status")
    String page(Model model) {
        model.addAttribute("seen", status.look());
        return "status/status";
    }
}
