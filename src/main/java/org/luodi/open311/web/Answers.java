package org.luodi.open311.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.luodi.platform.web.ErrorForm;
import org.luodi.platform.web.Uis;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Writes every answer in the form that is wanted, errors too. */
@Component
class Answers implements ErrorForm {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private final Uis uis;

    Answers(Uis uis) {
        this.uis = uis;
    }

    /** One thing that went wrong. */
    record Fault(int code, String description) {}

    /** The root is the name of the outermost element; JSON does without it. */
    ResponseEntity<byte[]> of(HttpServletRequest request, String root, Object value) {
        return written(200, Format.of(request, request.getRequestURI()), root, value);
    }

    /** The same for what came into being. */
    ResponseEntity<byte[]> created(HttpServletRequest request, String root, Object value) {
        return written(201, Format.of(request, request.getRequestURI()), root, value);
    }

    /** What is not there or not allowed, in words that name it. */
    ResponseEntity<byte[]> fault(HttpServletRequest request, int status, String key, Object... args) {
        return answer(request, request.getRequestURI(), status, uis.now().text(key, args));
    }

    @Override
    public boolean covers(String path) {
        return path.equals("/open311") || path.startsWith("/open311/");
    }

    /** 404 for what does not exist, 403 for a wrong key, 400 for all that cannot be done: so the specification. The code says more. */
    @Override
    public ResponseEntity<byte[]> answer(HttpServletRequest request, String path, int status, String detail) {
        int answered = switch (status) {
            case 403, 404, 405, 413, 429 -> status;
            default -> 400;
        };
        int code = status < 500 ? answered : status;
        return written(answered, Format.of(request, path), "errors", List.of(new Fault(code, detail)));
    }

    private static ResponseEntity<byte[]> written(int status, Format format, String root, Object value) {
        String text =
                format == Format.JSON ? JSON.writeValueAsString(value) : SparkXml.of(root, JSON.valueToTree(value));
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType(format.type() + ";charset=utf-8"))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
