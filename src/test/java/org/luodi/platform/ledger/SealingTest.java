package org.luodi.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luodi.platform.NotFound;

/** Entries are numbered without gaps in reading order, sealed, and proved to whoever asks. */
class SealingTest {

    @TempDir
    Path data;

    private SealedWorld world;

    @BeforeEach
    void begin() {
        world = new SealedWorld(data);
    }

    @AfterEach
    void drop() {
        world.close();
    }

    @Test
    void numbersFollowTheReadingOrderWithoutAGap() {
        world.write(0, 20);
        world.transaction.executeWithoutResult(status -> {
            world.jdbc
                    .sql("select nextval(pg_get_serial_sequence('platform.entry', 'id'))")
                    .query()
                    .singleValue();
            status.setRollbackOnly();
        });
        world.seal(20);
        world.writeAtOnce(20, 600);
        world.seal(600);

        assertThat(world.places().stream().map(p -> world.seals.numberOf(p).orElse(-1)))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 600).mapToObj(i -> (long) i).toList());
    }

    @Test
    void anEntryThatIsNotSealedYetHasNoNumber() {
        world.write(0, 3);
        world.seal(3);
        world.write(3, 4);

        assertThat(world.seals.numberOf(world.places().get(3))).isEmpty();
        assertThatThrownBy(() -> world.seals.inclusion(4, null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.seals.inclusion(0, null)).isInstanceOf(NotFound.class);
    }

    @Test
    void headsAreSignedAndEachIsTheBeginningOfTheNext() {
        world.write(0, 5);
        world.seal(5);
        world.keys.rotate();
        world.writeAtOnce(5, 300);
        world.seal(300);

        List<TreeHead> heads = world.seals.heads(null, 50).rows();
        assertThat(heads).hasSizeGreaterThanOrEqualTo(2).allMatch(TreeHead::signatureHolds);
        assertThat(heads.get(0).size()).isEqualTo(300);
        assertThat(heads.stream().map(TreeHead::keyId).distinct()).hasSize(2);
        assertThat(TreeHead.read(heads.get(0).file())).isEqualTo(heads.get(0));
        for (int i = 1; i < heads.size(); i++) {
            var proof = world.seals.consistency(
                    heads.get(i).size(), heads.get(i - 1).size());
            assertThat(MerkleProof.grows(tree(proof.from()), tree(proof.to()), bytes(proof.path())))
                    .isTrue();
        }
    }

    @Test
    void anEntryIsProvedToBeInAHead() {
        world.writeAtOnce(0, 400);
        world.seal(400);

        var proof = world.seals.inclusion(399, null);
        byte[] leaf = world.lines.at(world.places().get(398)).orElseThrow().leaf();
        assertThat(proof.leaf()).isEqualTo(HexFormat.of().formatHex(leaf));
        assertThat(MerkleProof.includes(
                        leaf, new MerkleProof.Seat(398, 400, proof.head().rootBytes()), bytes(proof.path())))
                .isTrue();
        assertThat(world.seals.isRoot(400, proof.head().root())).isTrue();
        assertThat(world.seals.isRoot(399, proof.head().root())).isFalse();
    }

    @Test
    void whatBreaksOffLeavesNothingBehindAndTheNextRoundGoesOn() {
        world.write(0, 7);
        world.seal(7);
        var before = world.seals.newest();
        world.write(7, 9);
        world.transaction.executeWithoutResult(status -> {
            world.sealing.step();
            status.setRollbackOnly();
        });

        assertThat(world.seals.newest()).isEqualTo(before);
        world.seal(9);
        assertThat(world.seals.isRoot(7, before.orElseThrow().root())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update platform.head set size = size + 1",
                "delete from platform.head",
                "truncate platform.head",
                "update platform.tile set hashes = substring(hashes from 33)",
                "update platform.tile set hashes = set_byte(hashes, 3, 1 - get_byte(hashes, 3) % 2)",
                "delete from platform.tile",
                "truncate platform.tile"
            })
    void nobodyRewritesWhatIsSealed(String rewrite) {
        world.write(0, 3);
        world.seal(3);

        assertThatThrownBy(() -> world.jdbc.sql(rewrite).update()).hasMessageFindingMatch("append-only|only grows");
    }

    private static MerkleProof.Tree tree(TreeHead head) {
        return new MerkleProof.Tree(head.size(), head.rootBytes());
    }

    private static List<byte[]> bytes(List<String> path) {
        return path.stream().map(HexFormat.of()::parseHex).toList();
    }
}
