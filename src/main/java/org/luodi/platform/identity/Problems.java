package org.luodi.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Answers an API request without a good token, or without the right, as problem+json (RFC 9457). */
@Component
class Problems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String BODY =
            "{\"type\":\"urn:luodi:problem:%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        write(
                response,
                BODY.formatted(
                        "token",
                        "没有有效的访问令牌 · No valid access token",
                        401,
                        "请在“我的”页面创建访问令牌，并放入 Authorization: Bearer。 · Create a token on your own page and send it as Authorization: Bearer."),
                401);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        write(
                response,
                BODY.formatted(
                        "forbidden",
                        "无权进行此操作 · Not allowed",
                        403,
                        "请联系授予您职责的管理员。 · Ask the administrator who granted your roles."),
                403);
    }

    private static void write(HttpServletResponse response, String body, int status) throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
