package org.luodi;

import static org.luodi.platform.identity.AccessRule.Who.ADMINISTRATOR;
import static org.luodi.platform.identity.AccessRule.Who.ANYBODY;
import static org.luodi.platform.identity.AccessRule.Who.STAFF;

import java.util.List;
import org.luodi.platform.identity.AccessRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may call which URL: the one table. Whatever is not in it is denied; what a list shows is the scope's to say. */
@Configuration(proxyBeanMethods = false)
class Access {

    private static final List<AccessRule> TABLE = List.of(
            new AccessRule("GET", "/actuator/health/**", ANYBODY),
            new AccessRule("GET", "/actuator/prometheus", ADMINISTRATOR),
            new AccessRule("GET", "/status", ADMINISTRATOR),
            new AccessRule("GET", "/api/status", ADMINISTRATOR),
            new AccessRule("GET", "/static/**", ANYBODY),
            new AccessRule("GET", "/favicon.ico", ANYBODY),
            new AccessRule("*", "/error", ANYBODY),
            new AccessRule("*", "/sign-in/**", ANYBODY),
            new AccessRule("POST", "/sign-out", ANYBODY),
            new AccessRule("GET", "/login", ANYBODY),
            new AccessRule("*", "/webauthn/register", STAFF),
            new AccessRule("POST", "/language", ANYBODY),
            new AccessRule("POST", "/type", ANYBODY),
            new AccessRule("GET", "/api/openapi.json", ANYBODY),
            new AccessRule("GET", "/ledger/**", ANYBODY),
            new AccessRule("GET", "/api/ledger/**", ANYBODY),
            new AccessRule("GET", "/days/calendar.ics", ANYBODY),
            new AccessRule("*", "/promises/desk/**", STAFF),
            new AccessRule("*", "/open311/**", ANYBODY),
            new AccessRule("GET", "/promises/**", ANYBODY),
            new AccessRule("POST", "/promises/*/supports", ANYBODY),
            new AccessRule("*", "/api/promises/desk/**", STAFF),
            new AccessRule("GET", "/api/promises/**", ANYBODY),
            new AccessRule("*", "/voice/desk/**", STAFF),
            new AccessRule("*", "/voice/**", ANYBODY),
            new AccessRule("*", "/api/voice/desk/**", STAFF),
            new AccessRule("PUT", "/api/voice/units/**", STAFF),
            new AccessRule("*", "/api/voice/**", ANYBODY),
            new AccessRule("*", "/evaluations/desk/**", STAFF),
            new AccessRule("GET", "/evaluations/**", ANYBODY),
            new AccessRule("POST", "/evaluations/*/openings", ANYBODY),
            new AccessRule("POST", "/evaluations/*/answers", ANYBODY),
            new AccessRule("*", "/api/evaluations/desk/**", STAFF),
            new AccessRule("GET", "/api/evaluations/**", ANYBODY),
            new AccessRule("POST", "/api/evaluations/invitations/*/openings", ANYBODY),
            new AccessRule("POST", "/api/evaluations/invitations/*/answers", ANYBODY),
            new AccessRule("GET", "/days/mail/failures", ADMINISTRATOR),
            new AccessRule("*", "/days/webhooks/**", ADMINISTRATOR),
            new AccessRule("*", "/api/webhooks/**", ADMINISTRATOR),
            new AccessRule("*", "/people/**", ADMINISTRATOR),
            new AccessRule("*", "/grants/**", ADMINISTRATOR),
            new AccessRule("*", "/api/people/**", ADMINISTRATOR),
            new AccessRule("*", "/api/grants/**", ADMINISTRATOR),
            new AccessRule("GET", "/", STAFF),
            new AccessRule("*", "/me/**", STAFF),
            new AccessRule("*", "/days/**", STAFF),
            new AccessRule("*", "/units/**", STAFF),
            new AccessRule("GET", "/search", STAFF),
            new AccessRule("*", "/matters/**", STAFF),
            new AccessRule("*", "/evidence/**", STAFF),
            new AccessRule("*", "/claims/**", STAFF),
            new AccessRule("*", "/relays/**", STAFF),
            new AccessRule("*", "/sheets/**", STAFF),
            new AccessRule("GET", "/programme/**", STAFF),
            new AccessRule("GET", "/overview/**", STAFF),
            new AccessRule("GET", "/trails/**", STAFF),
            new AccessRule("GET", "/api/trails/**", STAFF),
            new AccessRule("GET", "/papers/**", STAFF),
            new AccessRule("POST", "/papers/lists/**", STAFF),
            new AccessRule("GET", "/api/papers/**", STAFF),
            new AccessRule("*", "/api/me/**", STAFF),
            new AccessRule("GET", "/api/days", STAFF),
            new AccessRule("*", "/api/notices/**", STAFF),
            new AccessRule("*", "/api/units/**", STAFF),
            new AccessRule("*", "/api/unit-imports/**", STAFF),
            new AccessRule("GET", "/api/search", STAFF),
            new AccessRule("*", "/api/matters/**", STAFF),
            new AccessRule("*", "/api/evidence/**", STAFF),
            new AccessRule("*", "/api/claims/**", STAFF),
            new AccessRule("*", "/api/relays/**", STAFF),
            new AccessRule("*", "/api/sheets/**", STAFF),
            new AccessRule("GET", "/api/programme/**", STAFF),
            new AccessRule("GET", "/api/measures", STAFF),
            new AccessRule("GET", "/api/overview/**", STAFF));

    @Bean
    List<AccessRule> accessTable() {
        return TABLE;
    }
}
