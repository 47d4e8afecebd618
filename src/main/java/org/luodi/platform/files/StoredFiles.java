package org.luodi.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.luodi.platform.NotFound;
import org.luodi.platform.server.Settings;
import org.springframework.stereotype.Component;

/** Keeps uploaded files under the data directory, outside anything that is served. Equal contents are kept once. */
@Component
public class StoredFiles {

    private final FileStore store;
    private final Path folder;

    StoredFiles(FileStore store, Settings settings) {
        this.store = store;
        this.folder = settings.data().resolve("files");
    }

    /** Puts an upload on the disk and into the table; more than {@code limit} bytes, or none, are refused. */
    public StoredFile keep(Upload upload, long limit, long by) {
        try {
            Intake intake = Intake.take(upload.content(), limit, folder.resolve("incoming"));
            StoredFile file = new StoredFile(
                    0, FileNames.clean(upload.name()), intake.size(), intake.digest(), mediaType(upload.mediaType()));
            intake.moveTo(path(file));
            return store.insert(file, by);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public StoredFile get(long id) {
        return store.find(id).orElseThrow(() -> new NotFound("file", id));
    }

    /** Where the content lies, to be read from. */
    public Path path(StoredFile file) {
        String name = HexFormat.of().formatHex(file.digestBytes());
        return folder.resolve(name.substring(0, 2)).resolve(name.substring(2));
    }

    public InputStream open(StoredFile file) {
        try {
            return Files.newInputStream(path(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String mediaType(String said) {
        boolean plain = said != null && said.matches("[A-Za-z0-9.+-]{1,60}/[A-Za-z0-9.+-]{1,100}");
        return plain ? said : "application/octet-stream";
    }
}
