package org.luodi.torture;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People at work over HTTP: matters raised and moved, reports of the public, ledger sheets. Each remembers what it was told. */
final class Load {

    /** Rows of a ledger sheet. */
    static final int ROWS = 60;

    private static final int OFFICES = 3;
    private static final int PUBLIC = 2;
    private static final List<String> NOUNS = List.of("placements", "actions", "priorities", "marks");

    private final String home;
    private final TortureWorld.People people;
    private final Told told;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final JsonMapper json = new JsonMapper();
    private final AtomicBoolean working = new AtomicBoolean(true);
    private final ExecutorService workers = Executors.newCachedThreadPool();

    Load(String home, TortureWorld.People people, Told told) {
        this.home = home;
        this.people = people;
        this.told = told;
    }

    /** Lets everybody work until {@link #end}. */
    void begin(long seed) {
        for (int i = 0; i < OFFICES; i++) {
            Random random = new Random(seed * 31 + i);
            workers.submit(() -> untilTheEnd(() -> office(random)));
        }
        for (int i = 0; i < PUBLIC; i++) {
            Random random = new Random(seed * 37 + i);
            workers.submit(() -> untilTheEnd(() -> report(random)));
        }
        Random random = new Random(seed);
        workers.submit(() -> untilTheEnd(() -> sheet(random)));
    }

    void end() throws InterruptedException {
        working.set(false);
        workers.shutdown();
        if (!workers.awaitTermination(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a request is never answered");
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private Void untilTheEnd(Work work) throws InterruptedException {
        while (working.get()) {
            try {
                work.run();
            } catch (InterruptedException stopped) {
                throw stopped;
            } catch (IOException down) {
                Thread.sleep(50);
            } catch (Exception unexpected) {
                System.out.println("unexpected: " + unexpected);
                return null;
            }
        }
        return null;
    }

    private void office(Random random) throws Exception {
        String title = "T" + Long.toHexString(random.nextLong()) + Long.toHexString(System.nanoTime());
        String body = "{\"unit\":%d,\"category\":1,\"source\":1,\"batch\":2,\"title\":\"%s\"}"
                .formatted(any(people.villages(), random), title);
        told.unheard.add(title);
        HttpResponse<String> answer = post("/api/matters", body);
        if (answer.statusCode() != 201) {
            return;
        }
        JsonNode matter = json.readTree(answer.body());
        long id = matter.get("id").asLong();
        told.matters.put(title, id);
        told.unheard.remove(title);
        told.versions.put(id, matter.get("version").asInt());
        for (String noun : NOUNS) {
            move(id, noun);
        }
    }

    private void move(long id, String noun) throws Exception {
        String body = "{\"version\":%d,\"due\":\"%s\",\"measures\":\"修\",\"importance\":2,\"note\":\"因为\"}"
                .formatted(told.versions.get(id), people.due());
        HttpResponse<String> answer = post("/api/matters/" + id + "/" + noun, body);
        if (answer.statusCode() == 200) {
            told.versions.put(id, json.readTree(answer.body()).get("version").asInt());
        }
    }

    private void report(Random random) throws Exception {
        String body = "{\"unit\":%d,\"text\":\"村口的路灯不亮 %x\",\"contact\":\"13800001234\"}"
                .formatted(any(people.villages(), random), random.nextLong());
        told.unheardReports.incrementAndGet();
        HttpResponse<String> answer = post("/api/voice/reports", body);
        if (answer.statusCode() == 201) {
            told.receipts.add(json.readTree(answer.body()).get("code").asString());
            told.unheardReports.decrementAndGet();
        } else if (answer.statusCode() < 500) {
            told.unheardReports.decrementAndGet();
        }
    }

    /** Brings one sheet and sees it through; one that a fault cuts off is gone on with later. */
    private void sheet(Random random) throws Exception {
        String prefix = "S" + Long.toHexString(random.nextLong()) + "-";
        String head = "编号,来源,问题类别,问题表述,发现时间,责任单位,整改时限\n";
        String rows = IntStream.range(0, ROWS)
                .mapToObj(i -> prefix + i + ",群众反映,住房," + prefix + i + ",2026-09-10,"
                        + people.names().get(i % people.names().size()) + ",2027-12-20\n")
                .collect(Collectors.joining());
        String edge = "edge" + Long.toHexString(random.nextLong());
        String body = "--" + edge + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"t.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + head + rows + "\r\n--" + edge + "--\r\n";
        HttpResponse<String> answer = send(request("/api/sheets")
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
        if (answer.statusCode() != 202) {
            return;
        }
        long id = json.readTree(answer.body()).get("id").asLong();
        told.sheets.put(id, prefix);
        while (working.get() && told.sheets.containsKey(id)) {
            advance(id);
            Thread.sleep(100);
        }
    }

    /** One look at a sheet, and the next step if it waits for one. */
    void advance(long id) throws Exception {
        HttpResponse<String> answer = send(request("/api/sheets/" + id).GET());
        if (answer.statusCode() != 200) {
            return;
        }
        switch (json.readTree(answer.body()).get("state").asString()) {
            case "ready", "cancelled" -> post("/api/sheets/" + id + "/applications", "{}");
            case "done" -> told.applied.add(told.sheets.remove(id));
            case "refused" -> throw new IllegalStateException("a sheet was refused: " + answer.body());
            default -> {}
        }
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(home + path)).timeout(Duration.ofSeconds(20));
        return path.startsWith("/api/voice") ? request : request.header("Authorization", "Bearer " + people.token());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
