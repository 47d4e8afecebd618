package org.luodi.platform.identity;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.luodi.platform.server.Outward;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.ui.DefaultResourcesFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationProvider;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.security.web.webauthn.registration.PublicKeyCredentialCreationOptionsFilter;
import org.springframework.security.web.webauthn.registration.WebAuthnRegistrationFilter;
import org.springframework.stereotype.Component;

/**
 * The way in by passkey, put together of the frame's own parts. The device must have recognised its owner by finger, face or PIN: so a
 * passkey counts for both steps.
 */
@Component
class PasskeyDoor {

    private static final String LOCAL = "localhost";

    private final Accounts accounts;
    private final Passkeys passkeys;
    private final PasskeyEntrance entrance;
    private final AssuredFilter assured;
    private final Webauthn4JRelyingPartyOperations party;
    private final Set<String> origins = ConcurrentHashMap.newKeySet();
    private final String host;

    PasskeyDoor(
            Accounts accounts,
            Passkeys passkeys,
            PasskeyOwnerStore owners,
            PasskeyEntrance entrance,
            Assurances assurances,
            Outward outward) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.entrance = entrance;
        this.assured = new AssuredFilter(assurances);
        URI url = URI.create(outward.url());
        this.host = url.getHost();
        origins.add(url.getScheme() + "://" + url.getAuthority());
        var entity =
                PublicKeyCredentialRpEntity.builder().id(host).name("Luodi").build();
        this.party = new Webauthn4JRelyingPartyOperations(owners, passkeys, entity, origins);
        party.setCustomizeCreationOptions(o -> o.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build()));
        party.setCustomizeRequestOptions(o -> o.userVerification(UserVerificationRequirement.REQUIRED));
    }

    /** Where nobody said how the installation is reached, it is reached at its own port. */
    @EventListener
    void started(WebServerInitializedEvent server) {
        if (host.equals(LOCAL)) {
            origins.add("http://" + LOCAL + ":" + server.getWebServer().getPort());
        }
    }

    void addTo(HttpSecurity http) {
        WebAuthnAuthenticationFilter signIn = new WebAuthnAuthenticationFilter();
        signIn.setAuthenticationManager(new ProviderManager(new WebAuthnAuthenticationProvider(party, this::user)));
        signIn.setSecurityContextRepository(
                new org.springframework.security.web.context.RequestAttributeSecurityContextRepository());
        signIn.setAuthenticationSuccessHandler(entrance);
        signIn.setAuthenticationFailureHandler(entrance);
        http.addFilterBefore(signIn, BasicAuthenticationFilter.class)
                .addFilterBefore(assured, BasicAuthenticationFilter.class)
                .addFilterBefore(new PublicKeyCredentialCreationOptionsFilter(party), AuthorizationFilter.class)
                .addFilterBefore(new PublicKeyCredentialRequestOptionsFilter(party), AuthorizationFilter.class)
                .addFilterAfter(new WebAuthnRegistrationFilter(passkeys, party), AuthorizationFilter.class)
                .addFilter(DefaultResourcesFilter.webauthn());
    }

    private UserDetails user(String login) {
        return accounts.byLogin(login)
                .filter(a -> !a.disabled())
                .map(a -> User.withUsername(login).password("").build())
                .orElseThrow(() -> new UsernameNotFoundException("disabled"));
    }
}
