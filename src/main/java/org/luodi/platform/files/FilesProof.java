package org.luodi.platform.files;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.luodi.platform.server.Proof;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Each upload that the table names lies on the disk, with the size it had. */
@Component
class FilesProof implements Proof {

    private final FileStore store;
    private final StoredFiles files;

    FilesProof(FileStore store, StoredFiles files) {
        this.store = store;
        this.files = files;
    }

    @Override
    public String key() {
        return "files.proof";
    }

    @Override
    @Transactional(readOnly = true)
    public Found look() {
        List<String> wrong = new ArrayList<>();
        long looked = store.each(file -> {
            if (!isThere(file)) {
                wrong.add("file " + file.id() + ": " + files.path(file).getFileName());
            }
        });
        return new Found(looked, wrong);
    }

    private boolean isThere(StoredFile file) {
        try {
            return Files.size(files.path(file)) == file.size();
        } catch (IOException missing) {
            return false;
        }
    }
}
