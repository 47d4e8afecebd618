package org.luodi.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.luodi.platform.server.Backups;
import org.luodi.status.Sign.Tone;
import org.luodi.status.Sign.Unit;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Backups: the newest, whether one was restored on trial, whether the log between them is kept. */
@Component
@Order(5)
class BackupReading implements Reading {

    private final Backups backups;
    private final StatusStore store;

    BackupReading(Backups backups, StatusStore store) {
        this.backups = backups;
        this.store = store;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public List<Sign> read(Instant now) {
        Backups.State state = backups.state();
        if (state.folder().isEmpty()) {
            return List.of(
                    state.ours()
                            ? Sign.of("backup.none", null, Unit.WORDS, Tone.WARN)
                            : Sign.of("backup.elsewhere", null, Unit.WORDS, Tone.PLAIN));
        }
        Instant newest = state.newest().orElse(null);
        Instant checked = state.checked().orElse(null);
        List<Sign> signs = new ArrayList<>();
        signs.add(Sign.of("backup.newest", newest, Unit.MOMENT, StatusRules.backup(newest, now)));
        state.failure().ifPresent(why -> signs.add(Sign.of("backup.failed", why, Unit.WORDS, Tone.BAD)));
        if (state.ours()) {
            signs.add(log());
        }
        signs.add(Sign.of("backup.checked", checked, Unit.MOMENT, StatusRules.check(checked, state.sound(), now)));
        return signs;
    }

    private Sign log() {
        StatusStore.Archive archive = store.archive();
        return Sign.of(
                "backup.log",
                archive.kept(),
                Unit.MOMENT,
                archive.on() ? StatusRules.archive(archive.kept(), archive.failed()) : Tone.BAD);
    }
}
