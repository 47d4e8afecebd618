package org.luodi;

import static org.luodi.platform.identity.AccessRule.Who.ANYBODY;
import static org.luodi.platform.identity.AccessRule.Who.AUDIT;
import static org.luodi.platform.identity.AccessRule.Who.PERSON;
import static org.luodi.platform.identity.AccessRule.Who.SECURITY;
import static org.luodi.platform.identity.AccessRule.Who.STAFF;
import static org.luodi.platform.identity.AccessRule.Who.SYSTEM;

import java.util.List;
import org.luodi.platform.identity.AccessRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may call which URL: the one table. Whatever is not in it is denied; what a list shows is the scope's to say. */
@Configuration(proxyBeanMethods = false)
class Access {

    private static final List<AccessRule> TABLE = List.of(
            new AccessRule("GET", "/actuator/health/**", ANYBODY),
            new AccessRule("GET", "/actuator/prometheus", SYSTEM),
            new AccessRule("GET", "/status", SYSTEM),
            new AccessRule("GET", "/api/status", SYSTEM),
            new AccessRule("GET", "/static/**", ANYBODY),
            new AccessRule("GET", "/favicon.ico", ANYBODY),
            new AccessRule("*", "/error", ANYBODY),
            new AccessRule("*", "/sign-in/**", ANYBODY),
            new AccessRule("POST", "/sign-out", ANYBODY),
            new AccessRule("GET", "/login", ANYBODY),
            new AccessRule("*", "/webauthn/register", PERSON),
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
            new AccessRule("GET", "/days/mail/failures", SYSTEM),
            new AccessRule("*", "/days/webhooks/**", SYSTEM),
            new AccessRule("*", "/api/webhooks/**", SYSTEM),
            new AccessRule("*", "/people/**", SYSTEM),
            new AccessRule("*", "/audit/**", AUDIT),
            new AccessRule("GET", "/api/audit/**", AUDIT),
            new AccessRule("POST", "/grants/*/end", SECURITY),
            new AccessRule("POST", "/grants/proposals/*/confirmation", SECURITY),
            new AccessRule("POST", "/grants/proposals/*/refusal", SECURITY),
            new AccessRule("*", "/grants/**", SYSTEM, SECURITY),
            new AccessRule("*", "/api/people/**", SYSTEM),
            new AccessRule("DELETE", "/api/grants/*", SECURITY),
            new AccessRule("PUT", "/api/grants/proposals/*/*", SECURITY),
            new AccessRule("*", "/api/grants/**", SYSTEM, SECURITY),
            new AccessRule("GET", "/", PERSON),
            new AccessRule("*", "/me/**", PERSON),
            new AccessRule("*", "/days/**", PERSON),
            new AccessRule("*", "/units/**", PERSON),
            new AccessRule("GET", "/search", PERSON),
            new AccessRule("*", "/matters/**", STAFF),
            new AccessRule("*", "/evidence/**", STAFF),
            new AccessRule("*", "/claims/**", STAFF),
            new AccessRule("*", "/relays/**", STAFF),
            new AccessRule("*", "/sheets/**", STAFF),
            new AccessRule("GET", "/programme/**", PERSON),
            new AccessRule("GET", "/overview/**", STAFF),
            new AccessRule("GET", "/trails/**", STAFF),
            new AccessRule("GET", "/api/trails/**", STAFF),
            new AccessRule("GET", "/papers/**", STAFF),
            new AccessRule("POST", "/papers/lists/**", STAFF),
            new AccessRule("GET", "/api/papers/**", STAFF),
            new AccessRule("*", "/api/me/**", PERSON),
            new AccessRule("GET", "/api/days", PERSON),
            new AccessRule("*", "/api/notices/**", PERSON),
            new AccessRule("*", "/api/units/**", PERSON),
            new AccessRule("*", "/api/unit-imports/**", PERSON),
            new AccessRule("GET", "/api/search", PERSON),
            new AccessRule("*", "/api/matters/**", STAFF),
            new AccessRule("*", "/api/evidence/**", STAFF),
            new AccessRule("*", "/api/claims/**", STAFF),
            new AccessRule("*", "/api/relays/**", STAFF),
            new AccessRule("*", "/api/sheets/**", STAFF),
            new AccessRule("GET", "/api/programme/**", PERSON),
            new AccessRule("GET", "/api/measures", PERSON),
            new AccessRule("GET", "/api/overview/**", STAFF));

    @Bean
    List<AccessRule> accessTable() {
        return TABLE;
    }
}
