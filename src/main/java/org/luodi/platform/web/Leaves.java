package org.luodi.platform.web;

import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A template as text, for a page that is read without the server: inside a file that is taken away. */
@Component
public class Leaves {

    private final JteViews views;
    private final Uis uis;

    Leaves(JteViews views, Uis uis) {
        this.views = views;
        this.uis = uis;
    }

    /** The page in the language of the running request. */
    public String of(String name, Map<String, ?> model) {
        Map<String, Object> params = new HashMap<>(model);
        params.put("ui", uis.now());
        StringOutput page = new StringOutput();
        views.render(name, params, page);
        return page.toString();
    }
}
