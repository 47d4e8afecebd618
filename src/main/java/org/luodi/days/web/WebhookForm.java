package org.luodi.days.web;

import java.util.List;

/**
 * The form of a new webhook.
 *
 * @param unit its code
 * @param verb what is sent; nothing chosen means all
 */
public record WebhookForm(String name, String unit, String url, List<String> verb) {

    static WebhookForm at(String unit) {
        return new WebhookForm("", unit, "", List.of());
    }

    public boolean asks(String offered) {
        return verb != null && verb.contains(offered);
    }
}
