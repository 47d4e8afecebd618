package org.luodi.guards;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The product's own sources, read once for all guards. */
final class Sources {

    static final Path MAIN = Path.of("src/main/java/org/luodi");
    static final Path RESOURCES = Path.of("src/main/resources");

    private static final JavaParser PARSER =
            new JavaParser(new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17));
    private static final List<Source> ALL = read();

    private Sources() {}

    /** One Java file. */
    record Source(Path path, String text, CompilationUnit unit) {

        /** The module a file belongs to; the parts of the platform are told apart: {@code platform.ledger}. */
        String part() {
            Path inside = MAIN.relativize(path).getParent();
            if (inside == null) {
                return "";
            }
            boolean platform = inside.startsWith("platform") && inside.getNameCount() > 1;
            return platform
                    ? "platform." + inside.getName(1)
                    : inside.getName(0).toString();
        }

        /** The module, which is also the schema. */
        String module() {
            String part = part();
            return part.contains(".") ? part.substring(0, part.indexOf('.')) : part;
        }

        String name() {
            return path.getFileName().toString().replace(".java", "");
        }

        /** Lines of the file; imports aside, which the formatter writes. */
        int lines() {
            return (int) text.lines().filter(l -> !l.startsWith("import ")).count();
        }
    }

    static List<Source> all() {
        return ALL;
    }

    static List<Path> files(Path under, String ending) {
        try (var files = Files.walk(under)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Source> read() {
        return files(MAIN, ".java").stream().map(Sources::parse).toList();
    }

    private static Source parse(Path path) {
        String text = text(path);
        var result = PARSER.parse(text);
        CompilationUnit unit = result.getResult()
                .filter(u -> result.isSuccessful())
                .orElseThrow(() -> new IllegalStateException(path + ": " + result.getProblems()));
        return new Source(path, text, unit);
    }
}
