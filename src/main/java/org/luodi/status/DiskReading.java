package org.luodi.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.luodi.platform.server.Backups;
import org.luodi.platform.server.Settings;
import org.luodi.status.Sign.Unit;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Room on the disks of the data and of the backups; that of a database elsewhere cannot be seen from here, and the sign says so. */
@Component
@Order(3)
class DiskReading implements Reading {

    private final Settings settings;
    private final Backups backups;

    DiskReading(Settings settings, Backups backups) {
        this.settings = settings;
        this.backups = backups;
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public List<Sign> read(Instant now) {
        List<Sign> signs = new ArrayList<>();
        Backups.State state = backups.state();
        signs.add(sign(state.ours() ? "disk" : "disk.files", settings.data()));
        state.folder().filter(Files::exists).ifPresent(folder -> signs.add(sign("backup.disk", folder)));
        return signs;
    }

    private static Sign sign(String name, Path folder) {
        try {
            FileStore disk = Files.getFileStore(folder);
            long free = disk.getUsableSpace();
            return Sign.of(name, free, Unit.BYTES, StatusRules.room(free, disk.getTotalSpace()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
