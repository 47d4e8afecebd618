package org.luodi.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The description of the API: the skeleton and each module's part, made one. */
@RestController
class OpenApi {

    private static final String SKELETON = "skeleton.yaml";

    private final Map<String, Object> document = merged();

    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> document() {
        return document;
    }

    private static Map<String, Object> merged() {
        Map<String, Object> all = new LinkedHashMap<>();
        parts().forEach(part -> merge(all, part));
        return all;
    }

    private static Stream<Map<String, Object>> parts() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:openapi/*.yaml");
            return Stream.of(files)
                    .sorted(Comparator.comparing((Resource f) -> !SKELETON.equals(f.getFilename()))
                            .thenComparing(f -> String.valueOf(f.getFilename())))
                    .map(OpenApi::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> read(Resource file) {
        try (InputStream content = file.getInputStream()) {
            LoaderOptions strict = new LoaderOptions();
            strict.setAllowDuplicateKeys(false);
            return new Yaml(new SafeConstructor(strict)).load(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Maps grow together, lists are joined, and whatever else is said twice must be said once. */
    @SuppressWarnings("unchecked")
    private static void merge(Map<String, Object> into, Map<String, Object> part) {
        part.forEach((key, value) -> into.merge(key, value, (present, more) -> {
            if (present instanceof Map && more instanceof Map) {
                merge((Map<String, Object>) present, (Map<String, Object>) more);
                return present;
            }
            if (present instanceof List<?> list && more instanceof List<?> others) {
                return Stream.concat(list.stream(), others.stream()).toList();
            }
            throw new IllegalStateException("said twice in the description of the API: " + key);
        }));
    }
}
