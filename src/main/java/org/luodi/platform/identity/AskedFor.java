package org.luodi.platform.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The page somebody asked for before signing in, in a cookie: no session is made for whoever has no account. Only a path of this
 * installation is kept and only such a one is led to, whoever wrote the cookie.
 */
@Component
class AskedFor implements RequestCache {

    private static final String NAME = "asked";
    private static final int LONGEST = 1_500;
    private static final int HALF_AN_HOUR = 1_800;
    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\{}]]*");

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String path = path(request);
        if (isPage(request) && path.length() <= LONGEST && PATH.matcher(path).matches()) {
            byte[] bytes = path.getBytes(StandardCharsets.US_ASCII);
            Cookie asked =
                    Cookies.of(NAME, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), request);
            asked.setMaxAge(HALF_AN_HOUR);
            response.addCookie(asked);
        }
    }

    /** What a person went to; what a page fetches beside is none. */
    private static boolean isPage(HttpServletRequest request) {
        String accepted = request.getHeader("Accept");
        return request.getMethod().equals("GET")
                && request.getHeader("HX-Request") == null
                && (accepted == null || accepted.contains(MediaType.TEXT_HTML_VALUE));
    }

    private static String path(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }

    @Override
    public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return kept(request).map(SimpleSavedRequest::new).orElse(null);
    }

    private static Optional<String> kept(HttpServletRequest request) {
        try {
            return Optional.ofNullable(WebUtils.getCookie(request, NAME))
                    .map(cookie ->
                            new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.US_ASCII))
                    .filter(path -> PATH.matcher(path).matches());
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** Whoever has come there needs no leading any more; the request is taken as it is. */
    @Override
    public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        if (kept(request).filter(path(request)::equals).isPresent()) {
            removeRequest(request, response);
        }
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        Cookie none = Cookies.of(NAME, "", request);
        none.setMaxAge(0);
        response.addCookie(none);
    }
}
