package org.luodi.platform.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** The kept files of the write-ahead log, each packed; a name is eight digits for the history and sixteen for the place. */
record WalArchive(Path folder) {

    private static final String NAME = "[0-9A-F]{24}\\.gz";
    private static final int HISTORY = 8;
    private static final int SUFFIX = 3;
    private static final int PER_LOG = 256;
    private static final long SIZE = 16L << 20;

    boolean isEmpty() throws IOException {
        return places().isEmpty();
    }

    /** What is missing or damaged after the last file that a backup itself holds: beyond the first of these nothing comes back. */
    List<String> faults(String last, Progress.Step step) throws IOException {
        var faults = new ArrayList<String>();
        var wanted = places().tailMap(last.substring(HISTORY), false);
        var expected = number(last.substring(HISTORY)) + 1;
        var done = 0;
        for (var place : wanted.entrySet()) {
            if (number(place.getKey()) != expected) {
                faults.add(
                        folder.resolve("*" + String.format("%08X%08X", expected / PER_LOG, expected % PER_LOG) + ".gz")
                                .toString());
            }
            place.getValue().stream().filter(file -> !isSound(file)).forEach(file -> faults.add(file.toString()));
            expected = number(place.getKey()) + 1;
            step.at(++done, wanted.size());
        }
        return faults;
    }

    /** Deletes what no backup needs, and what interrupted attempts left behind. */
    void forgetBefore(String first) throws IOException {
        for (var old : places().headMap(first.substring(HISTORY)).values()) {
            for (var file : old) {
                Files.delete(file);
            }
        }
        var day = System.currentTimeMillis() - 86_400_000L;
        try (var parts = Files.newDirectoryStream(folder, "*.part")) {
            for (var part : parts) {
                if (Files.getLastModifiedTime(part).toMillis() < day) {
                    Files.delete(part);
                }
            }
        }
    }

    private TreeMap<String, List<Path>> places() throws IOException {
        var places = new TreeMap<String, List<Path>>();
        if (!Files.isDirectory(folder)) {
            return places;
        }
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                var name = file.getFileName().toString();
                if (name.matches(NAME)) {
                    var place = name.substring(HISTORY, name.length() - SUFFIX);
                    places.computeIfAbsent(place, p -> new ArrayList<>()).add(file);
                }
            }
        }
        return places;
    }

    /** Files are counted through: after 256 of them the upper half grows by one. */
    private static long number(String place) {
        return Long.parseLong(place.substring(0, HISTORY), 16) * PER_LOG + Long.parseLong(place.substring(HISTORY), 16);
    }

    private static boolean isSound(Path file) {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.transferTo(OutputStream.nullOutputStream()) == SIZE;
        } catch (IOException broken) {
            return false;
        }
    }
}
