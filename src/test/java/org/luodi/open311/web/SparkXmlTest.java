package org.luodi.open311.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SparkXmlTest {

    private final JsonMapper json = new JsonMapper();

    @Test
    void aListNamesItsEntriesAndNothingIsAnEmptyElement() {
        assertThat(xml("service_requests", "[{\"token\":null,\"lat\":1.5}]"))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"utf-8\"?><service_requests><request><token></token>"
                        + "<lat>1.5</lat></request></service_requests>");
        assertThat(xml("discovery", "{\"endpoints\":[{\"formats\":[\"text/xml\"]}]}"))
                .endsWith("<discovery><endpoints><endpoint><formats><format>text/xml</format></formats></endpoint>"
                        + "</endpoints></discovery>");
    }

    @Test
    void markupIsTextAndWhatXmlCannotHoldIsReplaced() {
        assertThat(xml("a", "\"<b>&]]>\\u0001\\ud800x\\r\\n😀\"")).endsWith("<a>&lt;b&gt;&amp;]]&gt;��x\n😀</a>");
    }

    private String xml(String root, String value) {
        return SparkXml.of(root, json.readTree(value));
    }
}
