package org.luodi.promises.web;

import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.luodi.platform.web.Ui;
import org.luodi.promises.Shown;

/**
 * A unit's promises as a feed that other programs read.
 *
 * @param url where the installation is reached
 * @param page the address of the unit's page below it
 */
record FeedText(Ui ui, String url, String page, String title) {

    /** Atom 1.0 or RSS 2.0, by the library's name of it. */
    String of(List<Shown> promises, String type) {
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType(type);
        feed.setTitle(title);
        feed.setLink(url + page);
        feed.setUri(url + page);
        feed.setDescription(ui.text("promises.feed.what"));
        feed.setLanguage(ui.languageTag());
        promises.stream()
                .map(FeedText::changed)
                .max(Instant::compareTo)
                .ifPresent(at -> feed.setPublishedDate(Date.from(at)));
        feed.setEntries(promises.stream().map(this::entry).toList());
        try {
            return new SyndFeedOutput().outputString(feed);
        } catch (FeedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SyndEntry entry(Shown shown) {
        SyndEntry entry = new SyndEntryImpl();
        String address = url + "/promises/" + shown.promise().id();
        entry.setTitle(shown.promise().title());
        entry.setLink(address);
        entry.setUri(address);
        entry.setPublishedDate(Date.from(shown.promise().decided().at()));
        entry.setUpdatedDate(Date.from(changed(shown)));
        SyndContentImpl words = new SyndContentImpl();
        words.setType("text/plain");
        words.setValue(ui.text("promises.state." + shown.state().word()) + " · "
                + shown.promise().words());
        entry.setDescription(words);
        return entry;
    }

    private static Instant changed(Shown shown) {
        Instant released = shown.promise().decided().at();
        Instant moved = shown.told().matter().changedAt();
        return moved.isAfter(released) ? moved : released;
    }
}
