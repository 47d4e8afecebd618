package org.luodi.evidence;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.luodi.platform.Refusal;

/** Reads the elements of the parts that say what an Office file is made of; no entities, no document types. */
final class OfficeParts {

    private OfficeParts() {}

    /** Hands over the attributes of each element, by their local names. */
    static void elements(byte[] part, Consumer<Map<String, String>> each) {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(part), "UTF-8");
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw broken();
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    each.accept(attributes(xml));
                }
            }
        } catch (XMLStreamException | UncheckedStreamException unreadable) {
            throw broken();
        }
    }

    private static Map<String, String> attributes(XMLStreamReader xml) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return attributes;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    private static Refusal broken() {
        return Refusal.of("evidence.refused.office.broken");
    }
}
