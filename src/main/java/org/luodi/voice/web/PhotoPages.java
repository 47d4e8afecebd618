package org.luodi.voice.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.web.Forms;
import org.luodi.platform.web.Limits;
import org.luodi.voice.Passes;
import org.luodi.voice.Photos;
import org.luodi.voice.ReportId;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Photos of the own report: looking at them, and adding to them. */
@Controller
class PhotoPages {

    private final Photos photos;
    private final Passes passes;
    private final Followers followers;
    private final Limits limits;
    private final Forms forms;

    PhotoPages(Photos photos, Passes passes, Followers followers, Limits limits, Forms forms) {
        this.photos = photos;
        this.passes = passes;
        this.followers = followers;
        this.limits = limits;
        this.forms = forms;
    }

    @GetMapping("/voice/follow/photos/{number}")
    ResponseEntity<Resource> photo(
            @PathVariable int number, @CookieValue(name = FollowPages.PASS, required = false) String pass) {
        ReportId report = passes.report(pass).orElseThrow(() -> new NotFound("photo", number));
        return shown(photos, report, number);
    }

    /** A photo as a picture that can do nothing where it stands. */
    static ResponseEntity<Resource> shown(Photos photos, ReportId report, int number) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .header("Cache-Control", "private, no-store")
                .header("Content-Disposition", "inline")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .body(new FileSystemResource(photos.photo(report, number)));
    }

    @PostMapping("/voice/follow/photos")
    String add(
            @RequestParam(name = "photo", required = false) List<MultipartFile> sent,
            @CookieValue(name = FollowPages.PASS, required = false) String pass,
            Model model) {
        Optional<ReportId> report = passes.report(pass);
        return forms.answer(
                model,
                () -> {
                    limits.pass(Limits.Door.REPORT);
                    photos.add(report.orElseThrow(() -> Refusal.of("voice.refused.pass")), Sent.photos(sent));
                    return FollowPages.HOME;
                },
                () -> followers.shown(report, Map.of(), model));
    }
}
