package org.luodi.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.world.OnTheTree;
import org.luodi.world.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Anybody sees what proves the ledger, keeps a head, and checks it later. */
@OnTheTree
class LedgerPagesTest {

    private static int count;

    @Autowired
    Seals seals;

    @Autowired
    Accounts accounts;

    @LocalServerPort
    int port;

    private Visitor anybody;
    private TreeHead head;

    @BeforeEach
    void somethingIsSealed() {
        anybody = new Visitor(port);
        long before = seals.newest().map(TreeHead::size).orElse(0L);
        accounts.create("sealed" + ++count, "看不见的名字", "a long password", Actor.SYSTEM);
        await().until(() -> seals.newest().filter(h -> h.size() > before).isPresent());
        head = seals.newest().orElseThrow();
    }

    @Test
    void theNewestHeadIsShownAndKept() {
        Document page = anybody.page("/ledger");
        assertThat(page.text()).contains("台账自证", "核对无误").doesNotContain("看不见的名字");
        assertThat(page.select("footer a[href=/ledger]")).isNotEmpty();
        assertThat(anybody.english("/ledger").text()).contains("The ledger proves itself");

        HttpResponse<byte[]> file = anybody.get("/ledger/heads/" + head.size() + "/file");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(d -> assertThat(d).contains("luodi-ledger-" + head.size()));
        TreeHead kept = TreeHead.read(Visitor.text(file));
        assertThat(kept).isEqualTo(head);
        assertThat(kept.signatureHolds()).isTrue();
        assertThat(anybody.page("/ledger/keys").text()).contains(kept.keyId());
        assertThat(anybody.page("/ledger/heads").select("a[href=/ledger/heads/" + head.size() + "]"))
                .isNotEmpty();
    }

    @Test
    void whoKeptAHeadChecksIt() {
        assertThat(checked(Long.toString(head.size()), head.root())).contains("一致：");
        assertThat(checked(Long.toString(head.size() - 1), head.root())).contains("不一致：");
        assertThat(checked(Long.toString(head.size() + 1000), head.root())).contains("不一致：");
        assertThat(checked("七", head.root())).contains("不是编号或者条数", head.root());
        assertThat(checked(Long.toString(head.size()), "abc")).contains("总指纹应当是 64 位");
        assertThat(anybody.get("/ledger/check?size=7&root=abc").statusCode()).isEqualTo(422);
    }

    @Test
    void anEntryIsLookedUpByItsNumber() {
        assertThat(Visitor.next(anybody.get("/ledger/entries?number=%201"))).isEqualTo("/ledger/entries/1");
        assertThat(anybody.page("/ledger/entries?number=9%2C999%2C999").text()).contains("没有编号为 9,999,999 的账");
        assertThat(anybody.page("/ledger/entries/1").text())
                .contains(seals.inclusion(1, null).leaf());
        assertThat(anybody.page("/ledger/entries?number=999999999").text()).contains("没有编号为 999999999 的账");
        assertThat(anybody.get("/ledger/entries/999999999").statusCode()).isEqualTo(404);
        assertThat(anybody.get("/ledger/entries/0").statusCode()).isEqualTo(404);
        assertThat(anybody.get("/ledger/heads/999999999").statusCode()).isEqualTo(404);
    }

    @Test
    void programsGetProofsThatTheyCheckThemselves() {
        JsonNode proof = json("/api/ledger/entries/" + head.size() + "?size=" + head.size());
        var seat = new MerkleProof.Seat(head.size() - 1, head.size(), head.rootBytes());
        assertThat(MerkleProof.includes(
                        HexFormat.of().parseHex(proof.get("leaf").asString()), seat, path(proof)))
                .isTrue();

        List<TreeHead> all = seals.heads(null, 200).rows();
        TreeHead old = all.get(all.size() - 1);
        JsonNode growth = json("/api/ledger/consistency?from=" + old.size() + "&to=" + head.size());
        assertThat(MerkleProof.grows(
                        new MerkleProof.Tree(old.size(), old.rootBytes()),
                        new MerkleProof.Tree(head.size(), head.rootBytes()),
                        path(growth)))
                .isTrue();
        assertThat(anybody.page("/ledger/consistency?from=" + old.size() + "&to=" + head.size())
                        .text())
                .contains(old.root(), head.root());
        assertThat(json("/api/ledger/keys").get(0).get("id").asString()).isEqualTo(head.keyId());
        assertThat(json("/api/ledger/heads?limit=1")
                        .get("rows")
                        .get(0)
                        .get("size")
                        .asLong())
                .isGreaterThanOrEqualTo(head.size());
        assertThat(json("/api/ledger/heads/" + head.size()).get("root").asString())
                .isEqualTo(head.root());
        assertThat(json("/api/ledger").get("format").asString()).isEqualTo(TreeHead.FORMAT);
    }

    private String checked(String size, String root) {
        return anybody.page("/ledger/check?size=" + URLEncoder.encode(size, StandardCharsets.UTF_8) + "&root=" + root)
                .html();
    }

    private JsonNode json(String path) {
        return JsonMapper.shared().readTree(Visitor.text(anybody.get(path)));
    }

    private static List<byte[]> path(JsonNode proof) {
        return proof.get("path")
                .valueStream()
                .map(h -> HexFormat.of().parseHex(h.asString()))
                .toList();
    }
}
