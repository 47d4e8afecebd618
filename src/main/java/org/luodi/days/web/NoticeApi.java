package org.luodi.days.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.luodi.days.Notice;
import org.luodi.days.Notices;
import org.luodi.organisation.Scope;
import org.luodi.platform.Slice;
import org.luodi.platform.web.Paging;
import org.luodi.platform.web.Ui;
import org.luodi.platform.web.Uis;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Notices as JSON. */
@RestController
@RequestMapping("/api/notices")
class NoticeApi {

    private final Notices notices;
    private final Uis uis;
    private final Clock clock;

    NoticeApi(Notices notices, Uis uis, Clock clock) {
        this.notices = notices;
        this.uis = uis;
        this.clock = clock;
    }

    /** @param title null where the record has left what the caller may see */
    record NoticeJson(
            long id,
            int unit,
            String word,
            String text,
            OffsetDateTime at,
            LocalDate due,
            int more,
            boolean read,
            String title,
            String number,
            String href) {}

    /** The last notice that was read. */
    record UpTo(long upto) {}

    @GetMapping
    Slice<NoticeJson> list(Paging paging, Scope scope) {
        Ui ui = uis.now();
        Slice<Notice> slice = notices.list(scope, paging.cursor(), paging.rows());
        return new Slice<>(slice.rows().stream().map(n -> json(n, ui)).toList(), slice.next());
    }

    @PostMapping("/{id}/readings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable long id, Scope scope) {
        notices.read(id, scope);
    }

    @PostMapping("/readings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readUpTo(@RequestBody UpTo body, Scope scope) {
        notices.readUpTo(body.upto(), scope);
    }

    private NoticeJson json(Notice notice, Ui ui) {
        boolean seen = notice.about() != null;
        return new NoticeJson(
                notice.id(),
                notice.unit().value(),
                notice.word(),
                ui.text(notice.key()),
                notice.at().atZone(clock.getZone()).toOffsetDateTime(),
                notice.due(),
                notice.more(),
                notice.read(),
                seen ? notice.about().title() : null,
                seen ? notice.about().number() : null,
                seen ? notice.about().href() : null);
    }
}
