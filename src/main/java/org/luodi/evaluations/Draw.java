package org.luodi.evaluations;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.luodi.matters.MatterId;
import org.luodi.platform.Digest;
import org.luodi.voice.Circle;

/**
 * A draw that anybody can repeat. Each person of the pool is a leaf, SHA-256 of the asking and his key; the digest of all leaves
 * and that of the seed stand on the ledger before anybody is asked. Those whose SHA-256 of seed and leaf is lowest are drawn.
 *
 * @param leaves the pool in the order of its bytes
 * @param drawn in the order in which they were drawn
 */
record Draw(byte[] seed, List<byte[]> leaves, List<Circle> drawn) {

    /** Draws as many as there are, or as many as are asked for. */
    static Draw of(byte[] seed, String asking, List<Circle> pool, int size) {
        List<Ranked> ranked = new ArrayList<>(pool.size());
        for (Circle person : pool) {
            byte[] leaf = leaf(asking, person.contactKey());
            ranked.add(new Ranked(leaf, Digest.of(seed, leaf), person));
        }
        ranked.sort(Comparator.comparing(Ranked::rank, Arrays::compareUnsigned));
        List<Circle> drawn = ranked.stream().limit(size).map(Ranked::person).toList();
        List<byte[]> leaves = ranked.stream()
                .map(Ranked::leaf)
                .sorted(Arrays::compareUnsigned)
                .toList();
        return new Draw(seed, leaves, drawn);
    }

    private record Ranked(byte[] leaf, byte[] rank, Circle person) {}

    /** What an asking is called in its leaves. */
    static String name(MatterId matter, int round) {
        return "matter " + matter.value() + " round " + round;
    }

    static byte[] leaf(String asking, byte[] person) {
        return Digest.of((asking + "\n").getBytes(StandardCharsets.UTF_8), person);
    }

    byte[] poolDigest() {
        return Digest.of(leaves.toArray(byte[][]::new));
    }

    byte[] seedDigest() {
        return Digest.of(seed);
    }

    /** All leaves in one. */
    byte[] pool() {
        byte[] all = new byte[leaves.size() * 32];
        for (int i = 0; i < leaves.size(); i++) {
            System.arraycopy(leaves.get(i), 0, all, i * 32, 32);
        }
        return all;
    }
}
