package org.luodi.platform.exchange;

import java.io.Closeable;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.luodi.platform.Refusal;

/** The rows of one sheet in order, read as they are asked for; rows without content are passed over. */
public abstract class SheetRows implements Iterator<SheetRow>, Closeable {

    private final int most;
    private int seen;
    private SheetRow ahead;
    private boolean ended;

    SheetRows(int most) {
        this.most = most;
    }

    @Override
    public final boolean hasNext() {
        if (ahead == null && !ended) {
            ahead = advance();
            ended = ahead == null;
        }
        if (ahead != null && seen >= most) {
            throw Refusal.of("exchange.rows.tooMany", most);
        }
        return ahead != null;
    }

    @Override
    public final SheetRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        SheetRow row = ahead;
        ahead = null;
        seen++;
        return row;
    }

    /** How much of the sheet has been read, from 0 to 100. */
    public abstract int percent();

    /** The next row with content, or null at the end. */
    abstract SheetRow advance();

    @Override
    public abstract void close();
}
