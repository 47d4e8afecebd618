package org.luodi.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;

/** The way in through a provider of identities, by the frame's own parts. */
@Component
class ProviderDoor {

    private final Provider provider;
    private final ProviderEntrance entrance;

    ProviderDoor(Provider provider, ProviderEntrance entrance) {
        this.provider = provider;
        this.entrance = entrance;
    }

    void addTo(HttpSecurity http) throws Exception {
        if (provider.isThere()) {
            http.oauth2Login(o -> o.loginPage("/sign-in")
                    .clientRegistrationRepository(provider::registration)
                    .authorizedClientRepository(new Forgotten())
                    .successHandler(entrance)
                    .failureHandler(entrance));
        }
    }

    /** What the provider would let us read later is not wanted: only who somebody is. */
    private static final class Forgotten implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
                String registration, Authentication who, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication who,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration, Authentication who, HttpServletRequest request, HttpServletResponse response) {}
    }
}
