package org.luodi.voice.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.luodi.voice.Report;
import org.luodi.voice.ReportRow;

/** A report as the API shows it to offices: nothing that tells who made it. */
record DeskReportJson(
        long id,
        String code,
        String stage,
        boolean open,
        int place,
        int receiver,
        int asked,
        Integer category,
        Integer doubted,
        Double latitude,
        Double longitude,
        String way,
        boolean aboutHandler,
        boolean deed,
        Long echoOf,
        Long matter,
        int handBacks,
        boolean bound,
        boolean suspected,
        LocalDate received,
        LocalDate due,
        String words,
        int metoo,
        int version,
        OffsetDateTime changedAt) {

    static DeskReportJson of(ReportRow row, ZoneId zone) {
        Report r = row.report();
        return new DeskReportJson(
                r.id().value(),
                r.code(),
                r.stage().word(),
                r.stage().isOpen(),
                r.place().value(),
                r.receiver().value(),
                r.asked().value(),
                r.category(),
                r.doubted(),
                r.point() == null ? null : r.point().latitude(),
                r.point() == null ? null : r.point().longitude(),
                r.way().word(),
                r.aboutHandler(),
                r.deed(),
                r.echoOf() == null ? null : r.echoOf().value(),
                r.matter() == null ? null : r.matter().value(),
                r.handBacks(),
                r.bound(),
                r.suspectedBy() != null,
                r.receivedOn(),
                r.due(),
                row.excerpt(),
                row.metoo(),
                r.version(),
                r.changedAt().atZone(zone).toOffsetDateTime());
    }
}
