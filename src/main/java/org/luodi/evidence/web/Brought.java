package org.luodi.evidence.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.luodi.evidence.Draft;
import org.luodi.evidence.EvidenceKind;
import org.luodi.platform.Parameter;
import org.luodi.platform.Refusal;
import org.luodi.platform.files.Upload;
import org.springframework.web.multipart.MultipartFile;

/**
 * What a form brings: one or several files with what is said of them.
 *
 * @param version the version the person saw, where a piece stands already
 */
record Brought(Long task, String kind, String caption, Integer version, List<MultipartFile> file) {

    /** The files; at least one, which may turn out to be empty. */
    List<MultipartFile> files() {
        if (file == null || file.isEmpty()) {
            throw Refusal.of("files.empty");
        }
        return file;
    }

    /** The only file, where one is asked for. */
    MultipartFile one() {
        return files().get(0);
    }

    int seen() {
        if (version == null) {
            throw Refusal.parameter("platform.parameter.missing", "version");
        }
        return version;
    }

    /** Opens a file for as long as the work on it takes. */
    <T> T with(MultipartFile each, Function<Draft, T> work) {
        EvidenceKind wanted = kind == null || kind.isBlank()
                ? null
                : EvidenceKind.of(kind).orElseThrow(() -> Parameter.notOneOf("kind", kind, EvidenceKind.words()));
        try (InputStream content = each.getInputStream()) {
            return work.apply(new Draft(
                    task, wanted, caption, new Upload(each.getOriginalFilename(), each.getContentType(), content)));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
