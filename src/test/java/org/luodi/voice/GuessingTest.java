package org.luodi.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.matters.MatterBatches;
import org.luodi.organisation.Units;
import org.luodi.platform.server.Settings;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Whoever guesses receipts learns nothing from how long the answer takes: the same statements and the same hashes, whatever he guesses. */
@OnTheTree
class GuessingTest {

    @Autowired
    Voices voices;

    @Autowired
    Voices.Stores stores;

    @Autowired
    ReportIntake intake;

    @Autowired
    Beside beside;

    @Autowired
    Speaking speaking;

    @Autowired
    Photos photos;

    @Autowired
    MatterBatches matters;

    @Autowired
    ReportKeys keys;

    @Autowired
    Settings settings;

    @Autowired
    DataSource database;

    @Autowired
    Units units;

    @Autowired
    Place place;

    @Autowired
    Clock clock;

    private final List<String> work = new ArrayList<>();
    private Voices counted;
    private Receipt receipt;

    @BeforeEach
    void aReportAndACount() {
        receipt = voices.receive(NewReport.of(place.village.id(), "村口路灯不亮"));
        ReportStore reports = new ReportStore(JdbcClient.create(new Counting()));
        Voices.Stores all = new Voices.Stores(reports, stores.echoes(), stores.steps(), stores.contacts());
        counted = new Voices(all, intake, beside, speaking, new Receipts(new Hashes()), photos, matters, units, clock);
    }

    @Test
    void aWrongSecretAnUnknownCodeAndTheRightOneCostTheSame() {
        List<String> right = done(receipt.code(), receipt.secret(), true);
        assertThat(right).anyMatch(w -> w.startsWith("select")).anyMatch(w -> w.startsWith("hash"));
        assertThat(done(receipt.code(), "0000-0000-0000", false)).isEqualTo(right);
        assertThat(done("R0000000000", receipt.secret(), false)).isEqualTo(right);
        assertThat(done("R0000000000", "0000-0000-0000", false)).isEqualTo(right);
    }

    private List<String> done(String code, String secret, boolean opens) {
        work.clear();
        assertThat(counted.authenticated(code, secret).isPresent()).isEqualTo(opens);
        return List.copyOf(work);
    }

    /** Each hash, with the length of what is hashed. */
    private final class Hashes extends ReportKeys {

        private Hashes() {
            super(settings, "", "");
        }

        @Override
        byte[] receipt(String text) {
            work.add("hash of " + text.length());
            return keys.receipt(text);
        }
    }

    /** Each statement. */
    private final class Counting extends DelegatingDataSource {

        private Counting() {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().startsWith("prepareStatement")) {
                            work.add((String) arguments[0]);
                        }
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
        }
    }
}
