package org.luodi.voice.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.luodi.platform.web.Attachment;
import org.luodi.platform.web.Leaves;
import org.luodi.voice.Contacts;
import org.luodi.voice.Following;
import org.luodi.voice.Photos;
import org.luodi.voice.ReportId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All that is kept of a report as one file that opens everywhere: a page to read, and the photos beside it. */
@Component
class KeptFile {

    private final Followers followers;
    private final Contacts contacts;
    private final Photos photos;
    private final ObjectProvider<Following> others;
    private final Leaves leaves;
    private final Clock clock;

    KeptFile(
            Followers followers,
            Contacts contacts,
            Photos photos,
            ObjectProvider<Following> others,
            Leaves leaves,
            Clock clock) {
        this.followers = followers;
        this.contacts = contacts;
        this.photos = photos;
        this.others = others;
        this.leaves = leaves;
        this.clock = clock;
    }

    /** Writes it as the answer; all that can be refused is refused before its first byte. Returns no view. */
    String send(ReportId report, HttpServletResponse response) {
        FollowPage page = followers.page(report);
        byte[] text = text(report, page).getBytes(StandardCharsets.UTF_8);
        String name = "luodi-" + page.report().code();
        new Attachment("application/zip", name + ".zip").begin(response);
        response.setHeader("Cache-Control", "no-store");
        try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream())) {
            zip.putNextEntry(new ZipEntry(name + "/index.html"));
            zip.write(text);
            for (int number : page.photos()) {
                zip.putNextEntry(new ZipEntry(name + "/photo-" + number + ".jpg"));
                Files.copy(photos.photo(report, number), (OutputStream) zip);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return null;
    }

    private String text(ReportId report, FollowPage page) {
        List<Following.Line> kept =
                others.orderedStream().flatMap(f -> f.kept(report).stream()).toList();
        Instant now = clock.instant();
        return leaves.of("voice/kept", Map.of("page", page, "own", contacts.own(report), "kept", kept, "now", now));
    }
}
