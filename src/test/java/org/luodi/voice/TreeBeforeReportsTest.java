package org.luodi.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.evidence.Photo;
import org.luodi.world.Meanwhile;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Whoever holds reports holds the tree before them: a change of the tree has it first and then writes their positions. */
@OnTheTree
class TreeBeforeReportsTest {

    @Autowired
    Voices voices;

    @Autowired
    Photos photos;

    @Autowired
    Contacts contacts;

    @Autowired
    Place place;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    private Receipt receipt;
    private ReportId id;

    @BeforeEach
    void aReport() {
        receipt = voices.receive(NewReport.of(place.village.id(), "村口路灯不亮").reachedAt("13812340009", true));
        id = voices.authenticated(receipt.code(), receipt.secret()).orElseThrow();
    }

    @Test
    void whoSaysMeToo() throws Exception {
        leavesTheRowsFree(() -> voices.meToo(receipt.code(), NewReport.of(null, null)));
    }

    @Test
    void whoAddsPhotos() throws Exception {
        Photo photo = Photo.of(picture());
        leavesTheRowsFree(() -> photos.add(id, List.of(photo)));
    }

    @Test
    void whoAddsWords() throws Exception {
        leavesTheRowsFree(() -> voices.add(id, "还是不亮"));
    }

    @Test
    void whoTakesHisContactAway() throws Exception {
        leavesTheRowsFree(() -> contacts.erase(id));
    }

    private void leavesTheRowsFree(Runnable way) throws Exception {
        Boolean done = new Meanwhile(transaction, jdbc)
                .waits(
                        "hold_tree",
                        () -> jdbc.sql("select organisation.lock_tree()")
                                .query()
                                .singleRow(),
                        () -> {
                            way.run();
                            return true;
                        },
                        () -> jdbc.sql("""
                                        select 1 from voice.report r join voice.contact c on c.report = r.id
                                        where r.id = :id for update nowait
                                        """).param("id", id.value()).query().singleRow());
        assertThat(done).isTrue();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
