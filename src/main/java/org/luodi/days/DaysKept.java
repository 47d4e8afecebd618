package org.luodi.days;

import java.time.Instant;
import org.luodi.platform.identity.PersonalFile;
import org.luodi.platform.identity.PersonalPart;
import org.springframework.stereotype.Component;

/** What is kept here of an account: where its mail goes, its calendar, what it has read. */
@Component
class DaysKept implements PersonalPart {

    private final DigestStore digests;
    private final CalendarStore calendars;
    private final NoticeStore notices;
    private final GuideStore guides;

    DaysKept(DigestStore digests, CalendarStore calendars, NoticeStore notices, GuideStore guides) {
        this.digests = digests;
        this.calendars = calendars;
        this.notices = notices;
        this.guides = guides;
    }

    /** A mail a day. */
    record Mail(String address, int hour, String language) {}

    /** A key of a calendar, without the key. */
    record Calendar(Instant madeAt, Instant revokedAt) {}

    /** How far notices are read: all up to a number, and how many later ones. */
    record Reading(long upTo, int more) {}

    /** Whether the guide for the first day is put away. */
    record Guide(boolean putAway) {}

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void tell(long account, PersonalFile file) {
        file.section(
                "mail",
                row -> digests.find(account).ifPresent(d -> row.accept(new Mail(d.address(), d.hour(), d.language()))));
        file.section("calendars", calendars.of(account)::forEach);
        file.section("noticesRead", notices.reading(account)::forEach);
        file.section("guide", row -> row.accept(new Guide(guides.isHidden(account))));
    }

    @Override
    public void erase(long account) {
        digests.delete(account);
        calendars.forget(account);
        notices.forgetReader(account);
        guides.show(account);
    }
}
