package org.luodi.status.web;

import org.luodi.status.Status;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the installation is, for programs. */
@RestController
class StatusApi {

    private final Status status;

    StatusApi(Status status) {
        this.status = status;
    }

    @GetMapping("/api/status")
    Status.Seen status() {
        return status.look();
    }
}
