package org.luodi.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Doors and locks: pages by session, the API by token; every rule comes from the one table, what is not in it is denied. */
@Configuration(proxyBeanMethods = false)
class Security {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'";

    /** Argon2id as OWASP asks for: 19 MiB, two passes. A hash made with less is made anew at the next sign-in. */
    private static final int SALT = 16;

    private static final int HASH = 32;
    private static final int LANES = 1;
    private static final int MEMORY = 19 * 1024;
    private static final int PASSES = 2;

    @Bean
    PasswordEncoder passwords() {
        return new Argon2PasswordEncoder(SALT, HASH, LANES, MEMORY, PASSES);
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, TokenDoor tokens, Rules rules, Problems problems) throws Exception {
        return http.securityMatcher("/api/**", "/open311/**", "/actuator/prometheus")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new TokenFilter(tokens), UsernamePasswordAuthenticationFilter.class)
                .exceptionHandling(e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(rules::apply)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, SignIn signIn, Doorway doorway, Rules rules) throws Exception {
        doorway.passkeys().addTo(http);
        doorway.provider().addTo(http);
        return http.authenticationProvider(signIn)
                .securityContext(c -> c.securityContextRepository(doorway.contexts()))
                .requestCache(c -> c.requestCache(doorway.asked()))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens()).csrfTokenRequestHandler(new InForms()))
                .exceptionHandling(e -> e.accessDeniedHandler(Security::forbid))
                .headers(h -> h.contentSecurityPolicy(c -> c.policyDirectives(POLICY))
                        .referrerPolicy(r -> r.policy(
                                org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                                        .ReferrerPolicy.SAME_ORIGIN)))
                .formLogin(f -> f.loginPage("/sign-in")
                        .successHandler(doorway.entrance())
                        .failureHandler(doorway.entrance())
                        .permitAll())
                .logout(l -> l.logoutUrl("/sign-out")
                        .addLogoutHandler(
                                (request, response, who) -> doorway.sessions().signOut(request, response))
                        .logoutSuccessUrl("/sign-in")
                        .permitAll())
                .authorizeHttpRequests(rules::apply)
                .build();
    }

    /** In a cookie: who only reads or reports leaves no session behind, and a form that was open for hours still counts. */
    private static CookieCsrfTokenRepository tokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    /** A form whose fields nobody could read, for they are too large, carries no token: that is said instead of what a missing one means. */
    private static final class InForms extends CsrfTokenRequestAttributeHandler {

        private static final String UNREAD = "luodi.unread";

        @Override
        public String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
            try {
                return super.resolveCsrfTokenValue(request, token);
            } catch (InvalidParameterException unread) {
                request.setAttribute(UNREAD, unread.getErrorCode());
                return null;
            } catch (IllegalStateException unread) {
                request.setAttribute(UNREAD, HttpServletResponse.SC_BAD_REQUEST);
                return null;
            }
        }

        /** The status of such a form; null where it could be read. */
        static Integer unread(HttpServletRequest request) {
            return (Integer) request.getAttribute(UNREAD);
        }
    }

    /** Leads to the second step whoever has not taken it. Says why, so that a form that was open too long is told apart from a page that one may not see. */
    private static void forbid(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        var now = SecurityContextHolder.getContext().getAuthentication();
        if (now != null && now.getPrincipal() instanceof Half && !(why instanceof CsrfException)) {
            response.sendRedirect(Entrance.SECOND);
            return;
        }
        Integer unread = InForms.unread(request);
        if (unread == null) {
            request.setAttribute(WebAttributes.ACCESS_DENIED_403, why);
        }
        response.sendError(unread == null ? HttpServletResponse.SC_FORBIDDEN : unread);
    }

    /** The table of rules, as the framework wants it. */
    @Bean
    Rules rules(List<AccessRule> table, ObjectProvider<Powers> powers) {
        return new Rules(table, powers);
    }

    record Rules(List<AccessRule> table, ObjectProvider<Powers> powers) {

        void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
            for (AccessRule rule : table) {
                HttpMethod method = rule.method().equals("*") ? null : HttpMethod.valueOf(rule.method());
                var matched = requests.requestMatchers(
                        PathPatternRequestMatcher.withDefaults().matcher(method, rule.pattern()));
                if (rule.who().contains(AccessRule.Who.ANYBODY)) {
                    matched.permitAll();
                } else if (rule.who().contains(AccessRule.Who.PERSON)) {
                    matched.access(person());
                } else {
                    matched.access(oneOf(rule.who()));
                }
            }
            requests.anyRequest().denyAll();
        }

        private static AuthorizationManager<RequestAuthorizationContext> person() {
            return (authentication, request) -> new AuthorizationDecision(signedIn(authentication.get()) != null);
        }

        private AuthorizationManager<RequestAuthorizationContext> oneOf(Set<AccessRule.Who> wanted) {
            return (authentication, request) -> {
                Account account = signedIn(authentication.get());
                return new AuthorizationDecision(
                        account != null && HeldNow.of(account, powers).stream().anyMatch(wanted::contains));
            };
        }

        private static Account signedIn(Authentication now) {
            return now != null && now.getPrincipal() instanceof Account account ? account : null;
        }
    }
}
