package org.luodi.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Whoever owns the database and changes the ledger past every trigger is found out, and the first entry that does not fit is named. */
class VerificationTest {

    @TempDir
    Path data;

    private SealedWorld world;
    private TreeHead early;

    @BeforeEach
    void aLedgerThatIsSealed() {
        world = new SealedWorld(data);
        world.write(1, 41);
        world.seal(40);
        early = world.seals.newest().orElseThrow();
        world.writeAtOnce(41, 601);
        world.seal(600);
    }

    @AfterEach
    void drop() {
        world.close();
    }

    @Test
    void aLedgerAsItWasWrittenFits() {
        world.writeAtOnce(601, 610);

        Findings found = verified(List.of(early));
        assertThat(found.faults()).isEmpty();
        assertThat(found.remarks()).isEmpty();
        assertThat(found.entries()).isEqualTo(609);
        assertThat(found.heads()).isGreaterThanOrEqualTo(3);
    }

    /** Subjects are numbered like the entries, so the number that is named can be told. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "altered | 30 | update platform.entry set body = jsonb_set(body, '{to}', '\"other\"') where subject = 30",
                "altered | 31 | update platform.entry set actor = 7 where subject = 31",
                "altered | 32 | update platform.entry set acting_unit = 9 where subject in (32, 33)",
                "altered | 599 | update platform.entry set digest = sha256('x') where subject = 599",
                "altered | 34 | update platform.entry set at = at - interval '30 days' where subject = 34",
                "altered | 35 | update platform.entry set at = at + interval '1 microsecond' where subject = 35",
                "altered | 600 | update platform.entry set verb = 'closed' where subject = 600",
                "removed | 17 | delete from platform.entry where subject = 17",
                "removed | 1 | delete from platform.entry where subject in (1, 2, 3)",
                "removed | 300 | delete from platform.entry where subject between 300 and 400",
                "removed.end | 600 | delete from platform.entry where subject = 600",
                "moved | 20 | update platform.entry e set tx = o.tx from platform.entry o where e.subject + o.subject = 42 and e.subject in (20, 22)",
            })
    void whatIsChangedIsNamed(String word, long number, String rewrite) {
        world.tamper(rewrite);

        Findings found = verified(List.of());
        assertThat(found.faults()).hasSize(1);
        assertThat(found.faults().get(0).key()).isEqualTo("ledger.verify." + word);
        assertThat(found.faults().get(0).args()[0]).isEqualTo(number);
    }

    @Test
    void whatIsInsertedIntoThePastIsNamed() {
        world.tamper("""
                insert into platform.entry (tx, at, actor, kind, subject, verb, body, territorial, industry, digest)
                select tx, at, actor, kind, 4711, verb, body, territorial, industry, digest from platform.entry where subject = 25
                """);

        Findings.Said fault = verified(List.of()).faults().get(0);
        assertThat(fault.key()).isEqualTo("ledger.verify.inserted");
        assertThat(fault.args()[0]).isEqualTo(26L);
        assertThat(fault.args()[3]).isEqualTo(4711L);
    }

    /** Written with today's number but with a time long past: sealed as it came, and pointed at. */
    @Test
    void whatIsWrittenTodayAndDatedBackIsPointedAt() {
        world.tamper("""
                insert into platform.entry (at, actor, kind, subject, verb, body, territorial, industry, digest)
                select at - interval '1 year', actor, kind, 4712, verb, body, territorial, industry, digest
                from platform.entry where subject = 25
                """);
        world.seal(601);

        Findings found = verified(List.of());
        assertThat(found.remarks().get(0).key()).isEqualTo("ledger.verify.backdated");
        assertThat(found.remarks().get(0).args()[1]).isEqualTo(601L);
        assertThat(found.faults().get(0).key()).as("its digest is another's").isEqualTo("ledger.verify.digest");
    }

    @Test
    void anEntryIsCheckedBeforeItIsSealed() {
        world.writeAtOnce(601, 604);
        world.tamper("update platform.entry set verb = 'closed' where subject = 602");

        assertThat(verified(List.of()).faults().get(0).key()).isEqualTo("ledger.verify.digest");
    }

    @Test
    void headsAndTilesAreCheckedToo() {
        world.tamper(
                "update platform.tile set hashes = set_byte(hashes, 40, 1 - get_byte(hashes, 40) % 2) where level = 1");
        assertThat(keys(verified(List.of()))).containsExactly("ledger.verify.tile");

        world.tamper("update platform.head set at = at - interval '1 day' where size = 40");
        assertThat(keys(verified(List.of()))).contains("ledger.verify.unsigned");
    }

    /** Somebody has the database, the program and the key, and seals the whole ledger anew: only a kept head shows it. */
    @Test
    void aReaderWhoKeptAHeadProvesARewrite() throws Exception {
        Path kept = Files.writeString(data.resolve("kept.json"), early.file());
        Path before = data.resolve("before.jsonl.gz");
        world.transaction.execute(status -> new Exporting(world.lines, world.seals).into(before));
        rewrite();
        Path export = data.resolve("ledger.jsonl.gz");
        world.transaction.execute(status -> new Exporting(world.lines, world.seals).into(export));

        assertThat(verified(List.of()).faults()).isEmpty();
        Findings.Said fault = verified(List.of(early)).faults().get(0);
        assertThat(fault.key()).isEqualTo("ledger.verify.root");
        assertThat(fault.args()).contains(40L, 1L);
        assertThat(offline("--file", export.toString())).startsWith("0 ");
        assertThat(offline("--file", export.toString(), "--head", kept.toString()))
                .startsWith("1 ")
                .contains("第 1 条到第 40 条之间");
        assertThat(offline("--file", export.toString(), "--against", before.toString()))
                .startsWith("1 ")
                .contains("第 33 条被改动");
        assertThat(offline("--file", before.toString(), "--against", before.toString()))
                .startsWith("0 ");
        assertThat(world.seals.isRoot(40, early.root())).isFalse();
    }

    private void rewrite() {
        world.tamper(
                "update platform.entry set verb = 'closed', digest = sha256('x') where subject = 33",
                "delete from platform.tile",
                "delete from platform.head",
                "update platform.seal set size = 0, tx = '0', entry = 0");
        Line line = world.lines.at(world.places().get(32)).orElseThrow();
        Change change = new Change(
                line.at(),
                new org.luodi.platform.identity.Actor(line.actor(), ""),
                line.actingUnit(),
                line.about(),
                line.verb(),
                Map.of(),
                line.reach());
        byte[] digest =
                Canonical.digest(change, Canonical.json(JsonMapper.shared().readValue(line.body(), Object.class)));
        world.tamper("update platform.entry set digest = '\\x"
                + java.util.HexFormat.of().formatHex(digest) + "' where subject = 33");
        world.seal(600);
    }

    @Test
    void anExportIsVerifiedWithTheProgramAlone() throws Exception {
        Path kept = Files.writeString(data.resolve("kept.json"), early.file());
        Path export = data.resolve("ledger.jsonl");
        world.transaction.execute(status -> new Exporting(world.lines, world.seals).into(export));
        assertThat(offline("--file", export.toString(), "--head", kept.toString()))
                .startsWith("0 ")
                .contains("600");

        List<String> lines = Files.readAllLines(export);
        lines.set(77, lines.get(77).replace("\"made\"", "\"closed\""));
        Files.write(export, lines);
        assertThat(offline("--file", export.toString())).startsWith("1 ").contains("第 77 条和写入时的摘要不符");

        lines.remove(600);
        Files.write(export, lines);
        assertThat(offline("--file", export.toString())).contains("台账现在只有 599 条");
    }

    @Test
    void aProofBetweenTwoHeadsIsCheckedWithTheProgramAlone() throws Exception {
        Path kept = Files.writeString(data.resolve("kept.json"), early.file());
        String proof = JsonMapper.shared().writeValueAsString(world.seals.consistency(40, 600));
        Path file = Files.writeString(data.resolve("proof.json"), proof);

        assertThat(offline("--proof", file.toString(), "--head", kept.toString()))
                .startsWith("0 ");

        rewrite();
        String other = JsonMapper.shared()
                .writeValueAsString(world.seals.consistency(
                        world.seals.heads(null, 9).rows().get(0).size(), 600));
        Files.writeString(file, other);
        assertThat(offline("--proof", file.toString(), "--head", kept.toString()))
                .startsWith("1 ")
                .contains("没有您存的凭证");
    }

    @Test
    void whatIsAskedWronglyIsSaid() throws Exception {
        Path kept = Files.writeString(data.resolve("kept.json"), "{}");

        assertThat(offline("--file", data.resolve("none").toString())).startsWith("2 ");
        assertThat(offline("--file", kept.toString())).startsWith("2 ");
        assertThat(offline("--file", kept.toString(), "--head", kept.toString()))
                .startsWith("2 ");
        assertThat(offline("--wrong", "x")).startsWith("2 ");
        assertThat(new OfflineVerify().run("verify", List.of(), System.out)).isEmpty();
        assertThat(new OfflineVerify().run("recount", List.of(), System.out)).isEmpty();
    }

    private Findings verified(List<TreeHead> kept) {
        Verification verification = new Verification(world.lines, world.tiles, world.heads, world.keys);
        return world.transaction.execute(status -> verification.run(kept));
    }

    private static List<String> keys(Findings found) {
        return found.faults().stream().map(Findings.Said::key).toList();
    }

    /** Exit code and what was said. */
    private static String offline(String... arguments) throws IOException {
        try (ByteArrayOutputStream said = new ByteArrayOutputStream()) {
            int code = new OfflineVerify()
                    .run("verify", List.of(arguments), new PrintStream(said, true, StandardCharsets.UTF_8))
                    .orElseThrow();
            return code + " " + said.toString(StandardCharsets.UTF_8);
        }
    }
}
