package org.luodi.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.luodi.Luodi;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Style rule 7: each module calls only what its package-info declares. The pages under docs/modules are written from the code. */
class ModulesTest {

    private static final Path DOCS = Path.of("docs/modules");

    private final ApplicationModules modules = ApplicationModules.of(Luodi.class);

    @Test
    void modulesCallOnlyWhatTheyDeclare() {
        modules.verify();
    }

    @Test
    void theModulesAreWrittenDownFromTheCode() throws IOException {
        Files.createDirectories(DOCS);
        for (ApplicationModule module : modules) {
            String name = module.getIdentifier().toString();
            Files.writeString(DOCS.resolve(name + ".md"), page(name));
        }
        assertThat(DOCS).isNotEmptyDirectory();
    }

    private static String page(String module) {
        List<Sources.Source> own =
                Sources.all().stream().filter(s -> s.module().equals(module)).toList();
        StringBuilder page =
                new StringBuilder("# " + module + "\n\nWritten from the code by a test; do not edit.\n\n```\n");
        own.stream()
                .filter(s ->
                        s.name().equals("package-info") && s.path().getParent().endsWith(module))
                .forEach(s -> page.append(comment(s)));
        page.append("```\n");
        own.stream()
                .filter(s -> !s.name().equals("package-info") && !s.part().endsWith("web"))
                .collect(Collectors.groupingBy(s -> s.path().getParent(), TreeMap::new, Collectors.toList()))
                .forEach((folder, sources) -> page.append(open(folder, sources)));
        return page.toString();
    }

    private static String open(Path folder, List<Sources.Source> sources) {
        String what = sources.stream()
                .flatMap(s -> s.unit().getTypes().stream())
                .filter(t -> t.isPublic())
                .map(t -> "- `" + t.getNameAsString() + "` "
                        + t.getJavadocComment().map(c -> first(c.getContent())).orElse("") + "\n")
                .collect(Collectors.joining());
        return what.isEmpty()
                ? ""
                : "\n## "
                        + Sources.MAIN
                                .getParent()
                                .getParent()
                                .relativize(folder)
                                .toString()
                                .replace('/', '.') + "\n\n" + what;
    }

    private static String comment(Sources.Source source) {
        return source.unit().getAllContainedComments().stream()
                .filter(c -> c.isJavadocComment())
                .findFirst()
                .map(c -> c.getContent()
                        .lines()
                        .map(l -> l.replaceFirst("^\\s*\\*? ?", ""))
                        .filter(l -> !l.isBlank())
                        .collect(Collectors.joining("\n", "", "\n")))
                .orElse("");
    }

    /** The first sentence of a comment, without markup. */
    private static String first(String comment) {
        String text = comment.replaceAll("\\s*\\n\\s*\\*?\\s*", " ")
                .replaceAll("\\{@\\w+ ([^}]*)}", "$1")
                .replaceAll("<[^>]+>", "")
                .strip();
        int end = text.indexOf(". ");
        return end < 0 ? text.replaceFirst(" @param.*", "") : text.substring(0, end + 1);
    }
}
