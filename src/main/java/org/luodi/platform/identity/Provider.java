package org.luodi.platform.identity;

import java.util.Optional;
import java.util.function.Supplier;
import org.luodi.platform.Refusal;
import org.luodi.platform.server.Outward;
import org.luodi.platform.server.StartRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * A provider of identities that staff sign in with (OpenID Connect), named by the settings {@code oidc.*}; none where they are empty. It is
 * asked what it can do when first needed, so that the start does not wait for it (docs/decisions/119-single-sign-on.md).
 */
@Component
public class Provider {

    static final String ID = "provider";
    private static final String BACK = "/login/oauth2/code/{registrationId}";
    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);

    private final String issuer;
    private final String name;
    private final String claim;
    private final Supplier<ClientRegistration> registration;

    Provider(
            Outward outward,
            @Value("${luodi.oidc.issuer:}") String issuer,
            @Value("${luodi.oidc.client:luodi}") String client,
            @Value("${luodi.oidc.secret:}") String secret,
            @Value("${luodi.oidc.claim:preferred_username}") String claim,
            @Value("${luodi.oidc.name:}") String name) {
        this.issuer = issuer.strip();
        this.name = name.strip();
        this.claim = claim.strip();
        if (!this.issuer.isEmpty() && !this.issuer.matches("https?://[^\\s?#]+")) {
            throw new StartRefusal("server.bad.issuer", this.issuer);
        }
        String base = outward.url().startsWith("http://localhost") ? "{baseUrl}" : outward.url();
        this.registration = SingletonSupplier.of(() -> ClientRegistrations.fromIssuerLocation(this.issuer)
                .registrationId(ID)
                .clientId(client)
                .clientSecret(secret)
                .scope("openid", "profile")
                .redirectUri(base + BACK)
                .build());
    }

    /** What its button says: its name, or the key of a text; empty where there is none. */
    public Optional<String> label() {
        return isThere() ? Optional.of(name.isEmpty() ? "platform.way.provider" : name) : Optional.empty();
    }

    /** Refuses where it does not answer. */
    public void mustAnswer() {
        try {
            registration.get();
        } catch (RuntimeException away) {
            LOG.warn("the provider {} does not answer: {}", issuer, away.getMessage());
            throw Refusal.of("platform.provider.away");
        }
    }

    boolean isThere() {
        return !issuer.isEmpty();
    }

    String claim() {
        return claim;
    }

    ClientRegistration registration(String id) {
        return ID.equals(id) ? registration.get() : null;
    }
}
