package org.luodi.platform.identity;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Repository;

/** Accounts as passkeys know them: by a name drawn by chance. */
@Repository
class PasskeyOwnerStore implements PublicKeyCredentialUserEntityRepository {

    private final JdbcClient jdbc;

    PasskeyOwnerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public PublicKeyCredentialUserEntity findById(Bytes id) {
        return find("o.handle = :value", id.getBytes()).orElse(null);
    }

    @Override
    public PublicKeyCredentialUserEntity findByUsername(String login) {
        return find("a.login = :value", login).orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        jdbc.sql("""
                        insert into platform.passkey_owner (account, handle)
                        select id, :handle from platform.account where login = :login on conflict (account) do nothing
                        """)
                .param("handle", owner.getId().getBytes())
                .param("login", owner.getName())
                .update();
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("an account keeps its name");
    }

    private Optional<PublicKeyCredentialUserEntity> find(String condition, Object value) {
        return jdbc.sql("""
                        select o.handle, a.login, a.name
                        from platform.passkey_owner o join platform.account a on a.id = o.account where %s
                        """.formatted(condition))
                .param("value", value)
                .query((row, i) -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(new Bytes(row.getBytes("handle")))
                        .name(row.getString("login"))
                        .displayName(row.getString("name"))
                        .build())
                .optional();
    }
}
