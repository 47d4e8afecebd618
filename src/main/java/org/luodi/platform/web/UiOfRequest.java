package org.luodi.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.identity.SignedIn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes the {@link Ui} of a request. */
@Component
class UiOfRequest {

    static final String COOKIE = "language";
    static final String TYPE = "type";

    /** Where one goes on who has no account, after an answer that stands at no address. */
    private static final String PUBLIC = "/voice";

    private final Messages messages;
    private final ZoneId zone;
    private final List<Nav> ways;
    private final ObjectProvider<WebInvocationPrivilegeEvaluator> doors;

    UiOfRequest(Messages messages, ZoneId zone, List<Nav> ways, ObjectProvider<WebInvocationPrivilegeEvaluator> doors) {
        this.doors = doors;
        this.messages = messages;
        this.zone = zone;
        this.ways = ways.stream().sorted(Comparator.comparingInt(Nav::order)).toList();
    }

    Ui of(HttpServletRequest request) {
        String name = SignedIn.find().map(Actor::name).orElse(null);
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        boolean fragment = request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null;
        List<Ui.Way> shown = ways.stream()
                .filter(n -> name != null && open(n))
                .map(n -> new Ui.Way(n.href(), n.key(), current(request.getRequestURI(), n.href())))
                .toList();
        return new Ui(
                messages,
                locale(request),
                zone,
                new Ui.Visit(
                        name, csrf == null ? "" : csrf.getToken(), path(request), fragment, large(request), shown));
    }

    /** For a page that is the same for everybody. */
    Ui ofNobody(Locale locale) {
        return new Ui(messages, locale, zone, new Ui.Visit(null, "", "/", false, false, List.of()));
    }

    /** Nobody is shown a door that would stay shut. */
    private boolean open(Nav way) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return doors.stream().allMatch(d -> d.isAllowed("", way.href(), "GET", authentication));
    }

    private static boolean large(HttpServletRequest request) {
        return cookies(request)
                .anyMatch(c -> c.getName().equals(TYPE) && c.getValue().equals("large"));
    }

    private static Stream<Cookie> cookies(HttpServletRequest request) {
        return request.getCookies() == null ? Stream.empty() : Stream.of(request.getCookies());
    }

    static Locale locale(HttpServletRequest request) {
        return cookies(request)
                .filter(c -> c.getName().equals(COOKIE))
                .map(c -> "en".equals(c.getValue()) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE)
                .findFirst()
                .orElseGet(() ->
                        "en".equals(request.getLocale().getLanguage()) && request.getHeader("Accept-Language") != null
                                ? Locale.ENGLISH
                                : Locale.SIMPLIFIED_CHINESE);
    }

    private static boolean current(String path, String href) {
        return path.equals(href) || path.startsWith(href + "/");
    }

    private static String path(HttpServletRequest request) {
        String query = request.getQueryString();
        if ("GET".equals(request.getMethod())) {
            return request.getRequestURI() + (query == null ? "" : "?" + query);
        }
        return request.getRequestURI().startsWith(PUBLIC) ? PUBLIC : "/";
    }
}
