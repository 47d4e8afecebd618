package org.luodi.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree of RFC 9162, kept in tiles: roots and proofs of any size, however it grew. */
class MerkleTreeTest {

    /** The entries that implementations of Certificate Transparency are tested with. */
    private static final List<byte[]> KNOWN = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .map(TreeHash::leaf)
            .toList();

    private final Map<MerkleTree.Key, byte[]> stored = new HashMap<>();
    private final MerkleTree tree = new MerkleTree(key -> stored.getOrDefault(key, new byte[0]));

    @ParameterizedTest
    @CsvSource({
        "0,e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1,6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2,fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3,aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4,d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5,4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6,76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7,ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8,5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void rootsAreThoseThatEverybodyKnows(int size, String root) {
        grow(KNOWN);

        assertThat(HexFormat.of().formatHex(tree.root(size))).isEqualTo(root);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, 511, 513, 1000})
    void everyEntryIsProvedToBeInTheTreeAndNoOther(int size) {
        List<byte[]> leaves = leaves(size);
        grow(leaves);
        byte[] root = plain(leaves);
        for (int i = 0; i < size; i++) {
            List<byte[]> path = new MerkleTree(stored::get).inclusion(i, size);
            var seat = new MerkleProof.Seat(i, size, root);
            assertThat(MerkleProof.includes(leaves.get(i), seat, path)).isTrue();
            assertThat(MerkleProof.includes(TreeHash.leaf(new byte[] {9}), seat, path))
                    .isFalse();
            assertThat(path.size()).isLessThanOrEqualTo(10);
        }
    }

    @Test
    void everyHeadIsProvedToBeTheBeginningOfALaterOne() {
        List<byte[]> leaves = leaves(300);
        grow(leaves);
        for (int now = 1; now <= 300; now += 7) {
            for (int old = 1; old <= now; old++) {
                List<byte[]> path = tree.consistency(old, now);
                var later = new MerkleProof.Tree(now, plain(leaves.subList(0, now)));
                assertThat(MerkleProof.grows(new MerkleProof.Tree(old, plain(leaves.subList(0, old))), later, path))
                        .as("%d to %d", old, now)
                        .isTrue();
                assertThat(MerkleProof.grows(new MerkleProof.Tree(old, new byte[32]), later, path))
                        .isFalse();
            }
        }
    }

    @Test
    void aTreeOfThreeLevelsOfTilesThatGrewBitByBitHasTheRootOfOneMadeAtOnce() {
        List<byte[]> leaves = leaves(66_000);
        Random random = new Random(7);
        int size = 0;
        while (size < leaves.size()) {
            int more = Math.min(leaves.size() - size, 1 + random.nextInt(3000));
            Growth growth = new Growth(key -> stored.getOrDefault(key, new byte[0]), size);
            leaves.subList(size, size + more).forEach(growth::add);
            stored.putAll(growth.tiles());
            size += more;
            assertThat(growth.size()).isEqualTo(size);
        }

        MerkleTree grown = new MerkleTree(key -> stored.getOrDefault(key, new byte[0]));
        for (int some : List.of(1, 256, 4096, 65_535, 65_536, 65_537, 66_000)) {
            assertThat(grown.root(some)).isEqualTo(plain(leaves.subList(0, some)));
        }
        assertThat(grown.inclusion(12_345, 66_000)).hasSizeLessThanOrEqualTo(17);
    }

    private void grow(List<byte[]> leaves) {
        Growth growth = new Growth(key -> stored.getOrDefault(key, new byte[0]), 0);
        leaves.forEach(growth::add);
        stored.putAll(growth.tiles());
        assertThat(growth.root()).isEqualTo(plain(leaves));
    }

    private static List<byte[]> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> TreeHash.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** As the RFC defines it, all anew. */
    private static byte[] plain(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int left = (int) TreeHash.left(leaves.size());
        return TreeHash.node(plain(leaves.subList(0, left)), plain(leaves.subList(left, leaves.size())));
    }
}
