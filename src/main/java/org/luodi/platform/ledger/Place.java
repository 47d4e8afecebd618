package org.luodi.platform.ledger;

/**
 * A place in the ledger's reading order: by transaction, then by number. A number alone may commit late; a transaction
 * number below every running one cannot, so a reader who stays below that mark skips nothing.
 */
public record Place(long tx, long id) implements Comparable<Place> {

    public static final Place START = new Place(0, 0);

    @Override
    public int compareTo(Place other) {
        int byTx = Long.compareUnsigned(tx, other.tx);
        return byTx != 0 ? byTx : Long.compare(id, other.id);
    }
}
