package org.luodi.guards;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Style rule 23: the tail is bounded, so that no file and no method becomes the one that everybody fears. */
class SizeTest {

    private static final List<Sources.Source> ALL = Sources.all();

    /** What passed a bound when the guards were written (docs/decisions/005-size-guards.md). The list may only become shorter. */
    private static final Set<String> KNOWN = Set.of(
            "TreeEdits#note",
            "UnitRow#of",
            "UnitStore#children",
            "Units#children",
            "IndustryLines#more",
            "WorkbookRows#advance");

    @Test
    void noMethodIsLongerThanThirtyLines() {
        assertThat(unknown().filter(m -> m.lines() > 30)).isEmpty();
    }

    @Test
    void nineteenOfTwentyMethodsFitIntoTwentyLines() {
        assertThat(percentile95(methods().map(Method::lines))).isLessThanOrEqualTo(20);
    }

    @Test
    void noFileIsLongerThan250Lines() {
        assertThat(ALL.stream().filter(s -> s.lines() > 250).map(s -> s.path() + " " + s.lines()))
                .isEmpty();
    }

    @Test
    void nineteenOfTwentyFilesFitInto170Lines() {
        assertThat(percentile95(ALL.stream().map(Sources.Source::lines))).isLessThanOrEqualTo(170);
    }

    @Test
    void controllersStayUnder120Lines() {
        assertThat(ALL.stream()
                        .filter(s ->
                                s.text().contains("\n@Controller") || s.text().contains("\n@RestController"))
                        .filter(s -> s.lines() > 120 && !KNOWN.contains(s.name()))
                        .map(s -> s.path() + " " + s.lines()))
                .isEmpty();
    }

    @Test
    void noMethodTakesMoreThanFourParameters() {
        assertThat(unknown().filter(m -> m.parameters() > 4)).isEmpty();
    }

    @Test
    void nothingIsNestedDeeperThanTwo() {
        assertThat(unknown().filter(m -> m.nesting() > 2)).isEmpty();
    }

    @Test
    void packagesStaySmall() {
        Map<String, List<Sources.Source>> modules = ALL.stream()
                .collect(
                        Collectors.groupingBy(s -> s.path().getParent().toString(), TreeMap::new, Collectors.toList()));
        List<String> tooLarge = new ArrayList<>();
        modules.forEach((module, sources) -> {
            int lines = sources.stream().mapToInt(Sources.Source::lines).sum();
            if (sources.size() > MAX_FILES || lines > 6000) {
                tooLarge.add(module + ": " + sources.size() + " files, " + lines + " lines");
            }
        });
        assertThat(tooLarge).isEmpty();
    }

    private static final int MAX_FILES = 64;

    @Test
    void atLeastHalfOfTheTypesAreHidden() {
        List<TypeDeclaration<?>> types =
                ALL.stream().flatMap(s -> s.unit().getTypes().stream()).collect(Collectors.toList());
        long hidden = types.stream().filter(t -> !t.isPublic()).count();
        assertThat(hidden * 2)
                .as("%d of %d types are package-private", hidden, types.size())
                .isGreaterThanOrEqualTo(types.size());
    }

    @Test
    void noNameSaysNothing() {
        var empty = List.of("Impl", "Service", "Manager", "Helper", "Util", "Utils", "DTO", "Dto");
        assertThat(ALL.stream()
                        .map(Sources.Source::name)
                        .filter(n -> empty.stream().anyMatch(n::endsWith)))
                .isEmpty();
    }

    private static Stream<Method> unknown() {
        return methods().filter(m -> !KNOWN.contains(m.name()));
    }

    private record Method(String where, int lines, int parameters, int nesting) {

        String name() {
            return where.substring(where.lastIndexOf('/') + 1).replace(".java", "");
        }
    }

    private static Stream<Method> methods() {
        return ALL.stream()
                .flatMap(source -> source.unit().findAll(CallableDeclaration.class).stream()
                        .map(m -> method(source, m)));
    }

    private static Method method(Sources.Source source, CallableDeclaration<?> declared) {
        int lines = declared.getRange().map(r -> r.end.line - r.begin.line + 1).orElse(0);
        int parameters = injected(declared) || answersRequests(declared) || ofRecord(declared)
                ? 0
                : declared.getParameters().size();
        return new Method(
                source.path() + "#" + declared.getNameAsString(),
                lines,
                parameters,
                nesting(declared) - depth(declared));
    }

    /** What a component is made of is no list of arguments anybody writes. */
    private static boolean injected(CallableDeclaration<?> constructor) {
        return constructor.isConstructorDeclaration()
                && constructor
                        .getParentNode()
                        .filter(p -> p instanceof TypeDeclaration<?> type
                                && Stream.of("Component", "Repository", "Controller", "RestController", "Configuration")
                                        .anyMatch(
                                                a -> type.getAnnotationByName(a).isPresent()))
                        .isPresent();
    }

    /** Nor are the components of a record, some of them left out. */
    private static boolean ofRecord(CallableDeclaration<?> constructor) {
        return constructor.isConstructorDeclaration()
                && constructor
                        .getParentNode()
                        .filter(RecordDeclaration.class::isInstance)
                        .isPresent();
    }

    /** Nor is what the framework takes out of a request. */
    private static boolean answersRequests(CallableDeclaration<?> method) {
        return method.getAnnotations().stream()
                .anyMatch(a -> a.getNameAsString().endsWith("Mapping"));
    }

    private static int nesting(Node node) {
        int deepest = isBranch(node) ? depth(node) : 0;
        for (Node child : node.getChildNodes()) {
            deepest = Math.max(deepest, nesting(child));
        }
        return deepest;
    }

    /** How many branches a node stands in, itself included; {@code else if} stays on its level. */
    private static int depth(Node node) {
        int depth = 0;
        for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
            depth += isBranch(at) && !isElseIf(at) ? 1 : 0;
        }
        return depth;
    }

    private static boolean isBranch(Node node) {
        return node instanceof IfStmt
                || node instanceof ForStmt
                || node instanceof ForEachStmt
                || node instanceof WhileStmt
                || node instanceof DoStmt
                || node instanceof SwitchStmt;
    }

    private static boolean isElseIf(Node node) {
        return node instanceof IfStmt
                && node.getParentNode()
                        .filter(p -> p instanceof IfStmt outer
                                && outer.getElseStmt().filter(e -> e == node).isPresent())
                        .isPresent();
    }

    private static int percentile95(Stream<Integer> sizes) {
        List<Integer> sorted = sizes.sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    }
}
