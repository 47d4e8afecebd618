package org.luodi.papers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.luodi.matters.MatterFilter;
import org.luodi.platform.Refusal;
import org.luodi.platform.Worded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A large list that is being written beside the requests, and how far it has come. */
public final class ListJob {

    private static final Logger LOG = LoggerFactory.getLogger(ListJob.class);

    private final long id;
    private final long account;
    private final MatterFilter filter;
    private final int matters;
    private final Path file;
    private final AtomicInteger written = new AtomicInteger();
    private volatile State state = State.WRITING;
    private volatile boolean stopping;
    private volatile Refusal refusal;

    ListJob(long id, long account, MatterFilter filter, int matters) throws IOException {
        this.id = id;
        this.account = account;
        this.filter = filter;
        this.matters = matters;
        this.file = Files.createTempFile("three-lists-", ".xlsx");
    }

    /** Where it stands. */
    public enum State implements Worded {
        WRITING,
        READY,
        STOPPED,
        BROKEN
    }

    public long id() {
        return id;
    }

    public MatterFilter filter() {
        return filter;
    }

    /** How many matters the list had when it was asked for. */
    public int matters() {
        return matters;
    }

    /** How many of them stand on the sheet that is last written, the sheets before it counted whole: of a hundred. */
    public int percent() {
        long all = (long) matters * ThreeLists.SHEETS_OF_A_LIST;
        return state == State.READY ? 100 : (int) Math.min(99, written.get() * 100L / Math.max(1, all));
    }

    public State state() {
        return state;
    }

    public boolean stopping() {
        return stopping;
    }

    /** Why it broke off, or null. */
    public Refusal refusal() {
        return refusal;
    }

    /** The workbook; there once it is ready. */
    public Path file() {
        return file;
    }

    boolean isOf(long one) {
        return account == one;
    }

    boolean isRunning() {
        return state == State.WRITING;
    }

    void stop() {
        stopping = true;
    }

    /** Takes note of what was written; breaks off where somebody has said so. */
    void wrote(int rows) {
        written.addAndGet(rows);
        if (stopping) {
            throw new CancellationException();
        }
    }

    void end(State end, Refusal why) {
        refusal = why;
        if (end != State.READY) {
            forget();
        }
        state = end;
    }

    /** Takes the file from the disk. */
    void forget() {
        stopping = true;
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} stays on the disk", file, e);
        }
    }
}
