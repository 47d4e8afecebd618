package org.luodi.organisation.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.luodi.organisation.Scope;
import org.luodi.organisation.TreeImport;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of units as JSON: offered, looked at, confirmed. */
@RestController
class ImportsApi {

    private final TreeImport imports;
    private final ZoneId zone;

    ImportsApi(TreeImport imports, ZoneId zone) {
        this.imports = imports;
        this.zone = zone;
    }

    record UnitImport(long id, String file, OffsetDateTime at, OffsetDateTime appliedAt, TreeImport.Summary summary) {}

    @PostMapping("/api/unit-imports")
    @ResponseStatus(HttpStatus.CREATED)
    UnitImport offer(@RequestParam MultipartFile file, Scope scope) {
        return told(imports.report(ImportPages.offer(imports, file, scope), scope));
    }

    @GetMapping("/api/unit-imports/{number}")
    UnitImport report(@PathVariable long number, Scope scope) {
        return told(imports.report(number, scope));
    }

    @PostMapping("/api/unit-imports/{number}/confirmation")
    UnitImport confirm(@PathVariable long number, Scope scope) {
        return told(imports.apply(number, scope));
    }

    private UnitImport told(TreeImport.Report report) {
        return new UnitImport(
                report.id(),
                report.file(),
                report.at().atZone(zone).toOffsetDateTime(),
                report.appliedAt() == null
                        ? null
                        : report.appliedAt().atZone(zone).toOffsetDateTime(),
                report.summary());
    }
}
