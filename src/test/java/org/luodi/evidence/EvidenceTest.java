package org.luodi.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.matters.Command;
import org.luodi.matters.Detail;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.matters.Task;
import org.luodi.matters.Verb;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.files.Upload;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Subject;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@OnTheTree
class EvidenceTest {

    @Autowired
    Evidence evidence;

    @Autowired
    EvidenceStore store;

    @Autowired
    Matters matters;

    @Autowired
    Place place;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    private Scope clerk;
    private MatterId matter;

    @BeforeEach
    void aMatterUnderWay() {
        clerk = place.scope(place.account(Role.CLERK, place.county));
        matter = matters.raise(
                new NewMatter(null, place.village.id(), 12, 1, 2, null, null, Detail.titled("桥栏杆坏了")), clerk);
    }

    @Test
    void aPhotoIsKeptCleanedWithTheDigestOfWhatIsKept() throws Exception {
        Item item = evidence.add(matter, draft("../现场\u0007.JPG", Files.phonePhoto(6), "修好的栏杆"), clerk);
        assertThat(item.name()).isEqualTo("现场.JPG");
        assertThat(item.kind()).isEqualTo(EvidenceKind.PHOTO);
        assertThat(item.latest().caption()).isEqualTo("修好的栏杆");
        byte[] kept = content(item, 1);
        assertThat(Files.bytes(kept)).doesNotContain(Files.PLACE, Files.DEVICE);
        assertThat(item.latest().digest())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(kept)));
        assertThat(item.latest().size()).isEqualTo(kept.length);
        assertThat(evidence.preview(item.latest())).isPresent();
        assertThat(onDisk(Files.phonePhoto(6))).isFalse();
    }

    @Test
    void everyChangeStandsOnTheLedgerWithCodesAndDigestsOnly() {
        Item item = evidence.add(matter, draft("通知.pdf", Files.pdf(), "县里的通知"), clerk);
        evidence.replace(item.id(), 1, draft("通知.docx", Files.docx(), null), clerk);
        evidence.remove(item.id(), 2, "传错了地方", clerk);
        List<Entry> entries =
                ledger.about(new Subject("evidence", item.id()), null, 10).rows();
        assertThat(entries).extracting(Entry::verb).containsExactly("removed", "replaced", "added");
        Entry added = entries.get(2);
        assertThat(added.body().get("digest").asString())
                .isEqualTo(item.latest().digest());
        assertThat(added.body().get("matter").asLong()).isEqualTo(matter.value());
        assertThat(added.body().get("type").asString()).isEqualTo("pdf");
        assertThat(added.reach().territorial()).endsWith(place.village.id().value());
        assertThat(entries.toString()).doesNotContain("通知", "传错");
    }

    @Test
    void aNewVersionStandsBeforeTheOldOneWhichStaysReadable() throws IOException {
        Item item = evidence.add(matter, draft("方案.docx", Files.docx(), null), clerk);
        Item now = evidence.replace(item.id(), 1, draft("随便什么名字.pdf", Files.pdf(), "定稿"), clerk);
        assertThat(now.versions()).extracting(Item.Version::number).containsExactly(2, 1);
        assertThat(now.latest().name()).isEqualTo("方案.pdf");
        assertThat(now.older()).extracting(Item.Version::name).containsExactly("方案.docx");
        assertThat(content(now, 1)).isEqualTo(Files.docx());
        assertThat(content(now, 2)).isEqualTo(Files.pdf());
    }

    @Test
    void whoSawAnOlderVersionIsToldWhoWasFaster() {
        Item item = evidence.add(matter, draft("a.pdf", Files.pdf(), null), clerk);
        evidence.replace(item.id(), 1, draft("a.docx", Files.docx(), null), clerk);
        assertThatThrownBy(() -> evidence.replace(item.id(), 1, draft("a.xlsx", Files.xlsx(), null), clerk))
                .isInstanceOfSatisfying(Refusal.class, r -> {
                    assertThat(r.isConflict()).isTrue();
                    assertThat(r.key()).isEqualTo("evidence.refused.stale");
                    assertThat(r.args()[0]).isEqualTo(clerk.actor().name());
                });
        evidence.remove(item.id(), 2, "不要了", clerk);
        assertThatThrownBy(() -> evidence.remove(item.id(), 2, "不要了", clerk)).hasMessage("evidence.refused.removed");
    }

    @Test
    void theSameNameIsNumberedAndTheSameFileKeptOnce() {
        evidence.add(matter, draft("image.jpg", Files.plainJpeg(10, 10), null), clerk);
        Item second = evidence.add(matter, draft("image.jpg", Files.plainJpeg(12, 10), null), clerk);
        assertThat(second.name()).isEqualTo("image (2).jpg");
        assertThatThrownBy(() -> evidence.add(matter, draft("other.jpg", Files.plainJpeg(10, 10), null), clerk))
                .hasMessage("evidence.refused.same");
        assertThat(evidence.of(matter, clerk, null, 1).next()).isNotNull();
        assertThat(evidence.of(matter, clerk, null, 10).rows()).hasSize(2);
    }

    @Test
    void whatIsRemovedStaysWithItsReasonAndIsOpenedByLeadersOnly() throws IOException {
        Item item = evidence.add(matter, draft("a.pdf", Files.pdf(), null), clerk);
        assertThatThrownBy(() -> evidence.remove(item.id(), 1, " ", clerk)).hasMessage("evidence.refused.reason");
        Item removed = evidence.remove(item.id(), 1, "传错了地方", clerk);
        assertThat(removed.removed().reason()).isEqualTo("传错了地方");
        assertThat(evidence.of(matter, clerk, null, 10).rows()).hasSize(1);
        assertThatThrownBy(() -> evidence.version(item.id(), 1, clerk)).isInstanceOf(NotFound.class);
        Scope leader = place.scope(place.account(Role.LEADER, place.county));
        assertThat(evidence.version(item.id(), 1, leader).digest())
                .isEqualTo(item.latest().digest());
        evidence.add(matter, draft("a.pdf", Files.pdf(), null), clerk);
    }

    @Test
    void whoDoesNotSeeTheMatterSeesNothingOfItAndWhoOnlyReadsChangesNothing() {
        Item item = evidence.add(matter, draft("a.pdf", Files.pdf(), null), clerk);
        Scope stranger = place.scope(place.account(Role.CLERK, place.neighbour));
        assertThatThrownBy(() -> evidence.visible(item.id(), stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> evidence.version(item.id(), 1, stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> evidence.of(matter, stranger, null, 10)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> evidence.add(matter, draft("b.pdf", Files.docx(), null), stranger))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> evidence.remove(item.id(), 1, "x", stranger)).isInstanceOf(NotFound.class);
        Scope reader = place.scope(place.account(Role.READER, place.county));
        assertThat(evidence.visible(item.id(), reader)).isEqualTo(item);
        assertThatThrownBy(() -> evidence.add(matter, draft("b.pdf", Files.docx(), null), reader))
                .hasMessage("evidence.refused.who");
        assertThatThrownBy(() -> evidence.remove(item.id(), 1, "x", reader)).hasMessage("evidence.refused.who");
    }

    @Test
    void whatIsRefusedLeavesNothingBehind() {
        long before = stored();
        assertThatThrownBy(() -> evidence.add(matter, draft("照片.jpg", Files.ascii("MZ\0\0"), null), clerk))
                .hasMessage("evidence.refused.program");
        assertThatThrownBy(() -> evidence.add(matter, draft("大.txt", new byte[(20 << 20) + 1], null), clerk))
                .hasMessage("files.tooLarge");
        assertThatThrownBy(() -> evidence.add(matter, draft("a.pdf", Files.pdf(), "长".repeat(501)), clerk))
                .hasMessage("evidence.refused.long");
        Draft elsewhere = new Draft(999_999_999L, null, null, upload("a.pdf", Files.pdf()));
        assertThatThrownBy(() -> evidence.add(matter, elsewhere, clerk)).hasMessage("evidence.refused.task");
        assertThat(stored()).isEqualTo(before);
        assertThat(evidence.of(matter, clerk, null, 10).rows()).isEmpty();
    }

    @Test
    void evidenceMayBelongToATaskOfTheMatter() {
        act();
        matters.addTask(matter, version(), Task.of("修栏杆", "李四", null), clerk);
        long task = matters.tasks(matter, clerk).get(0).id();
        Item item =
                evidence.add(matter, new Draft(task, EvidenceKind.OTHER, null, upload("a.pdf", Files.pdf())), clerk);
        assertThat(item.task()).isEqualTo(task);
        assertThat(item.kind()).isEqualTo(EvidenceKind.OTHER);
    }

    @Test
    void anEndedMatterKeepsItsEvidenceAsItIsUntilItIsOpenAgain() {
        Item item = evidence.add(matter, draft("a.pdf", Files.pdf(), null), clerk);
        matters.move(
                matter, Command.of(Verb.PROPOSE_EXCLUSION, version(), "不归我们管").basis("《条例》第三条"), clerk);
        Scope second = place.scope(place.account(Role.LEADER, place.county));
        matters.move(matter, Command.of(Verb.EXCLUDE, version(), null), second);
        assertThatThrownBy(() -> evidence.add(matter, draft("b.docx", Files.docx(), null), clerk))
                .hasMessage("evidence.refused.ended");
        assertThatThrownBy(() -> evidence.replace(item.id(), 1, draft("b.docx", Files.docx(), null), clerk))
                .hasMessage("evidence.refused.ended");
        assertThatThrownBy(() -> evidence.remove(item.id(), 1, "x", clerk)).hasMessage("evidence.refused.ended");
        assertThat(evidence.version(item.id(), 1, clerk)).isNotNull();
    }

    @Test
    void whoeverCountsTheEvidenceInATransactionHoldsItUntilTheEnd() {
        Item item = evidence.add(matter, draft("a.pdf", Files.pdf(), null), clerk);
        CompletableFuture<Item> removal = transaction.execute(status -> {
            assertThat(store.count(matter)).isEqualTo(1);
            CompletableFuture<Item> other =
                    CompletableFuture.supplyAsync(() -> evidence.remove(item.id(), 1, "并发", clerk));
            assertThatThrownBy(() -> other.get(300, TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            assertThat(store.count(matter)).isEqualTo(1);
            return other;
        });
        assertThat(removal.join().removed()).isNotNull();
        assertThat(store.count(matter)).isZero();
    }

    private void act() {
        java.time.LocalDate due = org.luodi.world.Today.day().plusDays(30);
        matters.move(matter, Command.of(Verb.PLACE, version(), null).due(due), clerk);
        matters.move(
                matter, Command.of(Verb.ACT, version(), null).measures("换新栏杆").due(due), clerk);
    }

    private int version() {
        Matter now = matters.visible(matter, clerk).matter();
        return now.version();
    }

    private byte[] content(Item item, int version) throws IOException {
        return java.nio.file.Files.readAllBytes(evidence.content(evidence.version(item.id(), version, clerk)));
    }

    private boolean onDisk(byte[] content) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
        return jdbc.sql("select exists (select 1 from platform.file where digest = :digest)")
                .param("digest", digest)
                .query(Boolean.class)
                .single();
    }

    private long stored() {
        return jdbc.sql("select count(*) from platform.file").query(Long.class).single();
    }

    private static Draft draft(String name, byte[] content, String caption) {
        return new Draft(null, null, caption, upload(name, content));
    }

    private static Upload upload(String name, byte[] content) {
        return new Upload(name, "application/x-whatever", new ByteArrayInputStream(content));
    }
}
