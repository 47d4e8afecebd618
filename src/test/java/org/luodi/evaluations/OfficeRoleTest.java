package org.luodi.evaluations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.platform.server.OfficeRole;
import org.luodi.world.TestDatabase;

/** Somebody of an office with a connection of his own: he works on what offices work on, and comes no nearer to those who are asked. */
class OfficeRoleTest {

    private static final String NO_RIGHT = "42501";

    private TestDatabase database;
    private Connection connection;

    @BeforeEach
    void takeTheRole() throws SQLException {
        database = TestDatabase.fresh();
        connection = database.dataSource().getConnection();
        connection.createStatement().execute("set role " + OfficeRole.NAME);
    }

    @AfterEach
    void putItDown() throws SQLException {
        connection.createStatement().execute("reset role");
        connection.close();
        database.close();
    }

    @Test
    void nothingOfAnAskingCanBeReadWrittenOrDeleted() throws SQLException {
        List<String> tables = tables();
        assertThat(tables).contains("asking", "invitation", "answer", "words", "pool", "letter", "look", "tally");
        for (String table : tables) {
            refused("evaluations." + table);
        }
    }

    @Test
    void whoReportedAndWhatHeWroteStaysSealed() throws SQLException {
        for (String table : List.of("voice.contact", "voice.words", "voice.look")) {
            refused(table);
        }
    }

    @Test
    void nobodyTakesAReporterOffAMatterOrWritesAVerdictInTheirName() {
        for (String sql : List.of(
                "update voice.report set matter = null",
                "delete from voice.report",
                "insert into matters.verdict (matter, round, solved, way, received_on, by, at)"
                        + " values (1, 0, true, 'evaluation', current_date, 0, now())",
                "update matters.verdict set solved = true",
                "delete from matters.verdict",
                "delete from platform.entry")) {
            assertThat(state(sql)).as(sql).isEqualTo(NO_RIGHT);
        }
    }

    @Test
    void accountsStayClosed() throws SQLException {
        refused("platform.account");
    }

    @Test
    void theRoleNeitherMakesNorDropsNorGrants() {
        for (String sql : List.of(
                "drop trigger written_once on evaluations.answer",
                "alter table evaluations.answer disable trigger all",
                "drop table evaluations.answer",
                "truncate evaluations.answer",
                "grant select on evaluations.answer to luodi_office",
                "create table evaluations.mine (n int)",
                "alter role luodi_office superuser")) {
            assertThat(state(sql)).as(sql).isEqualTo(NO_RIGHT);
        }
    }

    @Test
    void whatOfficesWorkOnIsOpenAndSoIsWhatCameOfAnAsking() throws SQLException {
        for (String sql : List.of(
                "select * from matters.matter",
                "select * from voice.report",
                "select * from organisation.unit",
                "update matters.matter set due = due",
                "select * from evaluations.result")) {
            connection.createStatement().execute(sql);
        }
        assertThat(state("insert into evaluations.result select * from evaluations.result"))
                .isNotNull();
    }

    private void refused(String table) {
        for (String sql : List.of(
                "select * from " + table,
                "insert into " + table + " default values",
                "delete from " + table,
                "copy " + table + " to stdout")) {
            assertThat(state(sql)).as(sql).isEqualTo(NO_RIGHT);
        }
        assertThat(state("update " + table + " set " + column(table) + " = null"))
                .as("update of " + table)
                .isEqualTo(NO_RIGHT);
    }

    private String state(String sql) {
        SQLException failure = catchThrowableOfType(
                SQLException.class, () -> connection.createStatement().execute(sql));
        return failure == null ? "allowed" : failure.getSQLState();
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var owner = database.dataSource().getConnection();
                var rows = owner.createStatement()
                        .executeQuery("select tablename from pg_tables where schemaname = 'evaluations'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private String column(String table) {
        return database.jdbc()
                .sql("select quote_ident(attname) from pg_attribute where attrelid = '" + table
                        + "'::regclass and attnum > 0 and attidentity = '' and not attisdropped limit 1")
                .query(String.class)
                .single();
    }
}
