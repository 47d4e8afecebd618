package org.luodi.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Finds the precompiled template of a view name. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class JteViews implements ViewResolver {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final UiOfRequest uis;

    JteViews(UiOfRequest uis) {
        this.uis = uis;
        engine.setTrimControlStructures(true);
    }

    @Override
    public View resolveViewName(String name, Locale locale) {
        String template = name + ".jte";
        return name.contains(":") || !engine.hasTemplate(template) ? null : new Page(template);
    }

    /** Writes a page elsewhere than into the answer. */
    void render(String name, Map<String, Object> params, TemplateOutput page) {
        engine.render(name + ".jte", params, page);
    }

    private final class Page implements View {

        private final String template;

        private Page(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Map<String, Object> params = new HashMap<>(model);
            Ui ui = uis.of(request);
            params.put("ui", ui);
            Utf8ByteOutput page = new Utf8ByteOutput();
            engine.render(template, params, page);
            response.setContentType(getContentType());
            response.setHeader("Content-Language", ui.languageTag());
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Vary", "HX-Request, Cookie, Accept-Language");
            response.setContentLength(page.getContentLength());
            page.writeTo(response.getOutputStream());
        }
    }
}
