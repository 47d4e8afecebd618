package org.luodi.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.identity.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Every workbook, paper, table and calendar that somebody takes away is on the ledger before its first byte goes out, whoever writes it
 * (docs/decisions/121-what-is-audited.md).
 */
@Component
public class Exports extends OncePerRequestFilter {

    private static final String WHO = Exports.class.getName();
    private static final String MARK = WHO + ".marked";
    private static final Map<String, String> FORMATS =
            Map.of(Attachment.XLSX, "xlsx", Attachment.DOCX, "docx", "text/csv", "csv", "text/calendar", "ics");

    private final ExportBook book;

    Exports(ExportBook book) {
        this.book = book;
    }

    /** Says who takes something away by a key of his own, without having signed in. */
    public static void takenBy(Actor actor, HttpServletRequest request) {
        request.setAttribute(WHO, actor);
    }

    /** Says that what goes out is a file to take away although its type does not show it, and under which number it was asked for. */
    static void isTaken(HttpServletRequest request, String format, Long handedOut) {
        request.setAttribute(MARK, new Marked(format, handedOut));
    }

    private record Marked(String format, Long handedOut) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Watched(request, response));
    }

    /** What anybody may have without saying who he is, is nobody's export. */
    private void note(HttpServletRequest request, Marked taken) {
        Actor known = (Actor) request.getAttribute(WHO);
        Optional<Actor> who = known == null ? SignedIn.find() : Optional.of(known);
        who.ifPresent(actor -> book.note(
                new ExportBook.Taken(what(request), taken.format(), about(request), taken.handedOut()), actor));
    }

    private static String what(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return String.valueOf(pattern).replaceAll("^/api", "").replaceAll("\\.?\\{\\w+:[^}]*}", "");
    }

    private static long about(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Object id = variables instanceof Map<?, ?> map ? map.get("id") : null;
        return id != null && id.toString().matches("\\d{1,18}") ? Long.parseLong(id.toString()) : 0;
    }

    /** Looks at the answer when its body begins. */
    private final class Watched extends HttpServletResponseWrapper {

        private final HttpServletRequest request;
        private boolean begun;

        Watched(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            begin();
            return super.getOutputStream();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            begin();
            return super.getWriter();
        }

        private void begin() {
            String type = getContentType();
            if (!begun && type != null && getStatus() < HttpServletResponse.SC_MULTIPLE_CHOICES) {
                begun = true;
                Marked marked = (Marked) request.getAttribute(MARK);
                String format = FORMATS.get(type.split(";", 2)[0].strip());
                if (marked != null || format != null) {
                    note(request, marked != null ? marked : new Marked(format, null));
                }
            }
        }
    }
}
