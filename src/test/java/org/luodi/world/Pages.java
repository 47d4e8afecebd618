package org.luodi.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages and the API without a connection: who asks is said with each request. */
public final class Pages {

    private static final JsonMapper JSON = new JsonMapper();

    private final MockMvc mvc;
    private final Accounts accounts;

    Pages(WebApplicationContext context, Accounts accounts) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        this.accounts = accounts;
    }

    /** Asks as nobody, or as whom the request itself says. */
    public MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    /** Asks as somebody who has signed in. */
    public MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request, Account account)
            throws Exception {
        return send(request.with(authentication(signedIn(account))));
    }

    /** The token of a form as a browser sends it. That of Spring's own tests takes the place of ours in an application that others share. */
    public static RequestPostProcessor csrf() {
        return request -> {
            Cookie[] others = request.getCookies() == null ? new Cookie[0] : request.getCookies();
            Cookie[] all = Arrays.copyOf(others, others.length + 1);
            all[others.length] = new Cookie("XSRF-TOKEN", "token");
            request.setCookies(all);
            request.addHeader("X-XSRF-TOKEN", "token");
            return request;
        };
    }

    public static Authentication signedIn(Account account) {
        return UsernamePasswordAuthenticationToken.authenticated(
                account, null, AuthorityUtils.createAuthorityList("ROLE_STAFF"));
    }

    /** The page that somebody gets, who is to be answered like this. */
    public Document page(AbstractMockHttpServletRequestBuilder<?> request, Account account, int status)
            throws Exception {
        MockHttpServletResponse response = send(request, account);
        String html = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(html).isEqualTo(status);
        return Jsoup.parse(html);
    }

    /** Asks the API by a token of the account's. */
    public MockHttpServletResponse api(AbstractMockHttpServletRequestBuilder<?> request, Account account)
            throws Exception {
        return send(request.header("Authorization", "Bearer " + accounts.createToken(account.actor(), "test")));
    }

    /** Sends JSON to the API. */
    public MockHttpServletResponse json(AbstractMockHttpServletRequestBuilder<?> request, String body, Account account)
            throws Exception {
        return api(request.contentType(MediaType.APPLICATION_JSON).content(body), account);
    }

    /** What an answer of the API says. */
    public static JsonNode read(MockHttpServletResponse response) throws Exception {
        return JSON.readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }
}
