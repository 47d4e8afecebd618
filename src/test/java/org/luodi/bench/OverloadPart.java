package org.luodi.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Pages asked for at a rate that does not wait for answers: at what the server can do, at twice and five times that, and afterwards. */
final class OverloadPart {

    private static final int CLIENTS = 16;
    private static final int SECONDS = 10;
    private static final int OK = 200;
    private static final int BUSY = 503;

    private final Visitor visitor;
    private final List<String> pages;
    private final Table table;

    OverloadPart(Visitor visitor, List<Integer> units, Table table) {
        this.visitor = visitor;
        this.pages = units.stream()
                .flatMap(u -> List.of("/matters?unit=" + u, "/overview?unit=" + u, "/units/" + u).stream())
                .toList();
        this.table = table;
    }

    /** What came of the requests of one load; milliseconds from the moment at which each was due. */
    private record Seen(int asked, List<Double> served, int busy, int failed, int untold) {

        double p99() {
            return Table.quantile(served.stream().mapToDouble(t -> t).toArray(), 0.99);
        }

        String text() {
            return Table.text(
                    "%,d asked a second: %,d served, p99 %.0f ms; %,d sent away; %d failed",
                    asked / SECONDS, served.size() / SECONDS, served.isEmpty() ? 0 : p99(), busy / SECONDS, failed);
        }
    }

    void run() throws Exception {
        capacity();
        double each = capacity();
        table.note("pages served, 16 visitors who wait for their answers", Table.text("%,.0f a second", each));
        Seen once = ask(each);
        table.row("asked as much as can be served", "nothing fails", once.text(), once.failed() == 0);
        for (int factor : List.of(2, 5)) {
            Seen seen = ask(factor * each);
            boolean held = seen.failed() == 0 && seen.untold() == 0 && seen.p99() <= 1000;
            table.row(
                    "… %d × as much".formatted(factor),
                    "p99 of what is served ≤ 1 s, the others told when",
                    seen.text(),
                    held);
        }
        Seen after = ask(each / 2);
        table.row(
                "… half as much, at once afterwards",
                "all served",
                after.text(),
                after.served().size() == after.asked());
    }

    private double capacity() throws Exception {
        AtomicLong done = new AtomicLong();
        long began = System.nanoTime();
        long end = began + Duration.ofSeconds(SECONDS).toNanos();
        List<Callable<Void>> work = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            int first = client;
            work.add(() -> {
                for (int i = first; System.nanoTime() < end; i += CLIENTS) {
                    visitor.get(pages.get(i % pages.size()));
                    done.incrementAndGet();
                }
                return null;
            });
        }
        var clients = Executors.newFixedThreadPool(CLIENTS);
        for (var client : clients.invokeAll(work)) {
            client.get();
        }
        clients.shutdown();
        return done.get() / TreePart.seconds(began);
    }

    private Seen ask(double rate) {
        int asked = (int) (rate * SECONDS);
        var served = new ConcurrentLinkedQueue<Double>();
        var others = new ConcurrentLinkedQueue<Visitor.Answer>();
        List<CompletableFuture<?>> answers = new ArrayList<>();
        long began = System.nanoTime();
        for (int i = 0; i < asked; i++) {
            long due = began + (long) (i * 1e9 / rate);
            LockSupport.parkNanos(due - System.nanoTime());
            answers.add(visitor.ask(pages.get(i % pages.size())).thenAccept(answer -> {
                if (answer.status() == OK) {
                    served.add((System.nanoTime() - due) / 1e6);
                } else {
                    others.add(answer);
                }
            }));
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
        int busy = (int) others.stream().filter(a -> a.status() == BUSY).count();
        int untold = (int)
                others.stream().filter(a -> a.status() == BUSY && !a.told()).count();
        return new Seen(asked, List.copyOf(served), busy, others.size() - busy, untold);
    }
}
