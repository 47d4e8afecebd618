package org.luodi.open311.web;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.databind.JsonNode;

/** The same answer as XML: a list is an element whose name, without its ending, names each entry (the Spark convention). */
final class SparkXml {

    private SparkXml() {}

    static String of(String root, JsonNode value) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("utf-8", "1.0");
            write(xml, root, value);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter xml, String name, JsonNode value) throws XMLStreamException {
        xml.writeStartElement(name);
        if (value.isArray()) {
            for (JsonNode entry : value) {
                write(xml, entryOf(name), entry);
            }
        } else if (value.isObject()) {
            for (var field : value.properties()) {
                write(xml, field.getKey(), field.getValue());
            }
        } else if (!value.isNull()) {
            xml.writeCharacters(allowed(value.asString()));
        }
        xml.writeEndElement();
    }

    private static String entryOf(String list) {
        return list.equals("service_requests") ? "request" : list.substring(0, list.length() - 1);
    }

    /** What XML has no way to write becomes the sign for a character that is not known. */
    private static String allowed(String text) {
        StringBuilder allowed = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .map(c -> isAllowed(c) ? c : 0xFFFD)
                .forEach(allowed::appendCodePoint);
        return allowed.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t' || c == '\n' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
