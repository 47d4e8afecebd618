package org.luodi.platform.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.stereotype.Repository;

@Repository
class PasskeyStore {

    private static final int LABEL = 60;

    private final JdbcClient jdbc;

    PasskeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose passkey was made; empty where there is no such owner. */
    Optional<Actor> insert(CredentialRecord made) {
        return jdbc.sql("""
                        with added as (insert into platform.passkey (account, credential, label, public_key, signatures, verified, backup_eligible,
                            backed_up, transports, attestation, client_data, made_at, used_at)
                        select account, :credential, :label, :key, :signatures, :verified, :eligible, :backed, :transports, cast(:attestation as bytea),
                            cast(:client as bytea), :made, :used
                        from platform.passkey_owner where handle = :handle returning account)
                        select a.id, a.name from added join platform.account a on a.id = added.account
                        """)
                .param("credential", made.getCredentialId().getBytes())
                .param("label", label(made.getLabel()))
                .param("key", made.getPublicKey().getBytes())
                .param("signatures", made.getSignatureCount())
                .param("verified", made.isUvInitialized())
                .param("eligible", made.isBackupEligible())
                .param("backed", made.isBackupState())
                .param("transports", transports(made.getTransports()))
                .param("attestation", bytes(made.getAttestationObject()))
                .param("client", bytes(made.getAttestationClientDataJSON()))
                .param("made", time(made.getCreated()))
                .param("used", time(made.getLastUsed()))
                .param("handle", made.getUserEntityUserId().getBytes())
                .query((row, i) -> new Actor(row.getLong("id"), row.getString("name")))
                .optional();
    }

    /** Notes that one was used; false where it is not there. */
    boolean used(CredentialRecord used) {
        return jdbc.sql("""
                                update platform.passkey set signatures = :signatures, backed_up = :backed, used_at = :used
                                where credential = :credential
                                """)
                        .param("signatures", used.getSignatureCount())
                        .param("backed", used.isBackupState())
                        .param("used", time(used.getLastUsed()))
                        .param("credential", used.getCredentialId().getBytes())
                        .update()
                == 1;
    }

    List<CredentialRecord> records(String column, byte[] value) {
        return jdbc.sql("""
                        select p.*, o.handle from platform.passkey p join platform.passkey_owner o on o.account = p.account
                        where %s = :value order by p.id
                        """.formatted(column))
                .param("value", value)
                .query(PasskeyStore::record)
                .list();
    }

    List<Passkey> of(long account) {
        return jdbc.sql("select id, label, made_at, used_at from platform.passkey where account = :account order by id")
                .param("account", account)
                .query((row, i) ->
                        new Passkey(row.getLong("id"), row.getString("label"), at(row, "made_at"), at(row, "used_at")))
                .list();
    }

    boolean remove(long account, long id) {
        return jdbc.sql("delete from platform.passkey where id = :id and account = :account")
                        .param("id", id)
                        .param("account", account)
                        .update()
                == 1;
    }

    /** Removes all of an account; returns how many. */
    int removeAll(long account) {
        return jdbc.sql("delete from platform.passkey where account = :account")
                .param("account", account)
                .update();
    }

    private static CredentialRecord record(ResultSet row, int index) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential")))
                .userEntityUserId(new Bytes(row.getBytes("handle")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signatures"))
                .uvInitialized(row.getBoolean("verified"))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .transports(transports((String[]) row.getArray("transports").getArray()))
                .attestationObject(bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(bytes(row.getBytes("client_data")))
                .label(row.getString("label"))
                .created(at(row, "made_at"))
                .lastUsed(at(row, "used_at"))
                .build();
    }

    private static String label(String typed) {
        String label = typed == null || typed.isBlank() ? "?" : typed.strip();
        return label.substring(0, Math.min(LABEL, label.length()));
    }

    private static String[] transports(Set<AuthenticatorTransport> transports) {
        return transports.stream().map(AuthenticatorTransport::getValue).toArray(String[]::new);
    }

    private static Set<AuthenticatorTransport> transports(String[] names) {
        return Stream.of(names).map(AuthenticatorTransport::valueOf).collect(Collectors.toSet());
    }

    private static byte[] bytes(Bytes bytes) {
        return bytes == null ? null : bytes.getBytes();
    }

    private static Bytes bytes(byte[] bytes) {
        return bytes == null ? null : new Bytes(bytes);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
