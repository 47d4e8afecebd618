package org.luodi.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.luodi.platform.Refusal;
import org.luodi.platform.files.FileNames;
import org.luodi.platform.files.StoredFile;
import org.luodi.platform.files.StoredFiles;
import org.luodi.platform.files.Upload;
import org.springframework.stereotype.Component;

/** Takes a file in: at most twenty megabytes, known to be harmless, a photo without what it tells about place and device. */
@Component
class EvidenceIntake {

    private final StoredFiles files;

    EvidenceIntake(StoredFiles files) {
        this.files = files;
    }

    /** A file that may be kept, cleaned, with its small picture; nothing has been written yet. */
    record Arrived(String name, Inspected inspected, Optional<byte[]> preview) {}

    /** A file on the disk, with the number of its small picture or null. */
    record Kept(StoredFile file, Long preview) {}

    Arrived read(Upload upload) {
        try {
            byte[] given = upload.content().readNBytes((int) EvidenceRules.BYTES + 1);
            if (given.length > EvidenceRules.BYTES) {
                throw Refusal.of("files.tooLarge", EvidenceRules.BYTES >> 20);
            }
            Inspected inspected = Inspected.of(given);
            String name = inspected.type().named(FileNames.clean(upload.name()));
            return new Arrived(name, inspected, Preview.of(inspected));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    Kept keep(Arrived arrived, long by) {
        Inspected inspected = arrived.inspected();
        StoredFile file = keep(arrived.name(), inspected.type(), inspected.content(), by);
        return new Kept(
                file,
                arrived.preview()
                        .map(p -> keep("preview.jpg", FileType.JPEG, p, by).id())
                        .orElse(null));
    }

    private StoredFile keep(String name, FileType type, byte[] content, long by) {
        return files.keep(
                new Upload(name, type.mediaType(), new ByteArrayInputStream(content)), EvidenceRules.BYTES * 2, by);
    }
}
