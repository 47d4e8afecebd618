package org.luodi.evidence.web;

import java.nio.file.Path;
import org.luodi.evidence.Evidence;
import org.luodi.evidence.FileType;
import org.luodi.evidence.Item;
import org.luodi.organisation.Scope;
import org.luodi.platform.NotFound;
import org.luodi.platform.web.Attachment;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands evidence out: as a download, or a cleaned picture to be looked at, which can do nothing where it is shown. */
@Controller
class EvidenceFiles {

    private static final String SANDBOX = "default-src 'none'; sandbox";

    private final Evidence evidence;

    EvidenceFiles(Evidence evidence) {
        this.evidence = evidence;
    }

    @GetMapping({"/evidence/{id}/versions/{number}", "/api/evidence/{id}/versions/{number}"})
    ResponseEntity<Resource> download(@PathVariable long id, @PathVariable int number, Scope scope) {
        Item.Version version = evidence.version(id, number, scope);
        Attachment file = new Attachment(version.type().mediaType(), version.name());
        return answer(file.answer(), version.digest(), evidence.content(version));
    }

    /** The whole picture on a page of its own. */
    @GetMapping("/evidence/{id}/versions/{number}/picture")
    ResponseEntity<Resource> picture(@PathVariable long id, @PathVariable int number, Scope scope) {
        Item.Version version = evidence.version(id, number, scope);
        if (!version.type().isPicture()) {
            throw new NotFound("picture", number);
        }
        return answer(inline(version.type()), version.digest(), evidence.content(version));
    }

    /** The small picture that stands on pages. */
    @GetMapping("/evidence/{id}/versions/{number}/preview")
    ResponseEntity<Resource> preview(@PathVariable long id, @PathVariable int number, Scope scope) {
        Item.Version version = evidence.version(id, number, scope);
        Path small = evidence.preview(version).orElseThrow(() -> new NotFound("preview", number));
        return answer(inline(FileType.JPEG), "small-" + version.digest(), small);
    }

    private static ResponseEntity.BodyBuilder inline(FileType type) {
        return ResponseEntity.ok().header("Content-Type", type.mediaType()).header("Content-Disposition", "inline");
    }

    /** A browser keeps it, and asks each time whether it may still be seen. */
    private static ResponseEntity<Resource> answer(ResponseEntity.BodyBuilder begun, String tag, Path content) {
        return begun.eTag("\"" + tag + "\"")
                .header("Cache-Control", "private, no-cache")
                .header("Content-Security-Policy", SANDBOX)
                .header("X-Content-Type-Options", "nosniff")
                .body(new FileSystemResource(content));
    }
}
