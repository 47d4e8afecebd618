package org.luodi.voice.web;

import org.luodi.organisation.Scope;
import org.luodi.voice.Photos;
import org.luodi.voice.ReportId;
import org.luodi.voice.Reports;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Photos of a report, for those who see the report. */
@Controller
class DeskPhotoPages {

    private final Reports reports;
    private final Photos photos;

    DeskPhotoPages(Reports reports, Photos photos) {
        this.reports = reports;
        this.photos = photos;
    }

    @GetMapping("/voice/desk/{id}/photos/{number}")
    ResponseEntity<Resource> photo(@PathVariable long id, @PathVariable int number, Scope scope) {
        ReportId report = reports.visible(new ReportId(id), scope).report().id();
        return PhotoPages.shown(photos, report, number);
    }
}
