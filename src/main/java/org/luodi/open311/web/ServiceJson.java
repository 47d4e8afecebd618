package org.luodi.open311.web;

import java.util.List;

/** A kind of thing that can be reported: a category of the programme. */
record ServiceJson(
        String serviceCode,
        String serviceName,
        String description,
        boolean metadata,
        String type,
        String keywords,
        String group) {

    /** What else may be said of it. */
    record Definition(String serviceCode, List<Attribute> attributes) {}

    /** One field of a form; {@code variable} false where it is only to be read. */
    record Attribute(
            boolean variable,
            String code,
            String datatype,
            boolean required,
            String datatypeDescription,
            int order,
            String description,
            List<Choice> values) {}

    /** One answer to choose. */
    record Choice(String key, String name) {}
}
