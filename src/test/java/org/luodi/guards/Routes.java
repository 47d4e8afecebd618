package org.luodi.guards;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.luodi.platform.identity.AccessRule;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every address that a controller of ours answers, and the row of the access table that speaks of it. */
record Routes(RequestMappingHandlerMapping mapping, List<AccessRule> table) {

    record Route(String method, String path) {

        /** As it is asked for, with one value for each place in it. */
        String with(String value) {
            return path.replaceAll("\\{[^}]*}", value);
        }

        boolean hasPlaces() {
            return path.contains("{");
        }

        /** What stands before the first place. */
        String beginning() {
            return hasPlaces() ? path.substring(0, path.indexOf('{')) : path;
        }

        boolean isApi() {
            return path.startsWith("/api/") || path.startsWith("/open311/");
        }
    }

    Stream<Route> all() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(e -> e.getValue().getBeanType().getName().startsWith("org.luodi"))
                .flatMap(e -> routes(e.getKey()));
    }

    private static Stream<Route> routes(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .filter(p -> !p.equals("/error"))
                .flatMap(p -> methods.stream().map(m -> new Route(m.name(), p.isEmpty() ? "/" : p)));
    }

    /** The first row that speaks of it is the one that counts. */
    Set<AccessRule.Who> who(Route route) {
        return table.stream()
                .filter(rule -> covers(rule, route))
                .findFirst()
                .map(AccessRule::who)
                .orElse(Set.of());
    }

    static boolean covers(AccessRule rule, Route route) {
        return (rule.method().equals("*") || rule.method().equals(route.method()))
                && PathPatternParser.defaultInstance
                        .parse(rule.pattern())
                        .matches(PathContainer.parsePath(route.with("1")));
    }
}
