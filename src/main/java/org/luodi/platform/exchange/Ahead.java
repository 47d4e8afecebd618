package org.luodi.platform.exchange;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Reads a source in a thread of its own, some batches ahead of whoever takes the elements. */
public final class Ahead<T> implements Iterator<T>, AutoCloseable {

    private static final int BATCH = 4096;
    private static final int BATCHES = 8;

    /** A batch, or what stopped the reading; an empty one is the end. */
    private record Batch<T>(List<T> elements, RuntimeException failure) {}

    private final BlockingQueue<Batch<T>> queue = new ArrayBlockingQueue<>(BATCHES);
    private final Thread reader;
    private Iterator<T> now = List.<T>of().iterator();
    private boolean ended;

    /** Begins to read at once. */
    public Ahead(Iterator<T> source) {
        reader = new Thread(() -> read(source), "ahead");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Iterator<T> source) {
        try {
            queue.put(readAll(source));
        } catch (InterruptedException nobodyWaits) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hands over all batches but the last, which says how it ended. */
    private Batch<T> readAll(Iterator<T> source) throws InterruptedException {
        try {
            while (source.hasNext()) {
                List<T> batch = new ArrayList<>(BATCH);
                while (batch.size() < BATCH && source.hasNext()) {
                    batch.add(source.next());
                }
                queue.put(new Batch<>(batch, null));
            }
            return new Batch<>(List.of(), null);
        } catch (RuntimeException e) {
            return new Batch<>(List.of(), e);
        }
    }

    /** Stops the reading, finished or not. */
    @Override
    public void close() {
        reader.interrupt();
    }

    @Override
    public boolean hasNext() {
        if (!now.hasNext() && !ended) {
            Batch<T> batch = take();
            if (batch.failure() != null) {
                throw batch.failure();
            }
            now = batch.elements().iterator();
            ended = batch.elements().isEmpty();
        }
        return now.hasNext();
    }

    private Batch<T> take() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return now.next();
    }
}
