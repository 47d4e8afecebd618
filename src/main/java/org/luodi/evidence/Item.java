package org.luodi.evidence;

import java.time.Instant;
import java.util.List;
import org.luodi.matters.MatterId;

/**
 * One piece of evidence under one name, with all its versions, the newest first.
 *
 * @param task the task it proves, or null where it is for the whole matter
 * @param removed when, by whom and why it was removed; null while it counts
 */
public record Item(
        long id, MatterId matter, Long task, EvidenceKind kind, String name, List<Version> versions, Removed removed) {

    /** A removal: the row stays. */
    public record Removed(Instant at, long by, String reason) {}

    /**
     * One version as it was kept: its digest is that of the cleaned content.
     *
     * @param name with the ending of its type
     * @param file number in the file store
     * @param preview number of the small picture in the file store, or null
     */
    public record Version(
            int number,
            String name,
            FileType type,
            String caption,
            long size,
            String digest,
            long file,
            Long preview,
            long addedBy,
            Instant addedAt) {}

    /** The version that counts. */
    public Version latest() {
        return versions.get(0);
    }

    /** Those it replaced. */
    public List<Version> older() {
        return versions.subList(1, versions.size());
    }

    Item with(List<Version> all) {
        return new Item(id, matter, task, kind, name, all, removed);
    }
}
