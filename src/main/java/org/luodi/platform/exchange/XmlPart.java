package org.luodi.platform.exchange;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.luodi.platform.Refusal;

/** Walks the elements of one XML part. No DTD, no entities, UTF-8 only, and bounded depth, names and text. */
final class XmlPart implements Closeable {

    private static final int DEEPEST = 64;
    private static final int MOST_NAMES = 2_000;
    private static final int MOST_ATTRIBUTES = 256;

    private final InputStream in;
    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();
    private int depth;
    private int event;
    private boolean cut;

    XmlPart(InputStream in) {
        this.in = in;
        try {
            this.xml = factory().createXMLStreamReader(new TagGuard(in), "UTF-8");
        } catch (XMLStreamException | UncheckedStreamException broken) {
            throw broken();
        }
        String declared = xml.getCharacterEncodingScheme();
        if (declared != null && !declared.equalsIgnoreCase("UTF-8") && !declared.equalsIgnoreCase("US-ASCII")) {
            throw broken();
        }
    }

    /** A factory of its own for each part: parsers keep every name they meet in their factory. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    /** Moves to the next start or end of an element; false at the end of the part. */
    boolean next() {
        do {
            if (!step()) {
                return false;
            }
        } while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT);
        return true;
    }

    boolean starts(String name) {
        return event == XMLStreamConstants.START_ELEMENT && name.equals(xml.getLocalName());
    }

    boolean ends(String name) {
        return event == XMLStreamConstants.END_ELEMENT && name.equals(xml.getLocalName());
    }

    /** An attribute by its local name, or null. */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (name.equals(xml.getAttributeLocalName(i))) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The text of the current element to its end, runs joined, pronunciation left out, at most so many characters. */
    String text(int most) {
        StringBuilder text = new StringBuilder();
        cut = false;
        int outer = depth;
        boolean wanted = starts("v");
        boolean hushed = false;
        while (depth >= outer && step()) {
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                hushed = starts("rPh") || (hushed && !ends("rPh"));
                wanted = starts("t") && !hushed;
            } else if (wanted && isText()) {
                append(text, most);
            }
        }
        return text.toString();
    }

    /** True when the last text was longer than asked for. */
    boolean wasCut() {
        return cut;
    }

    private boolean isText() {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    private void append(StringBuilder text, int most) {
        int room = most - text.length();
        int length = xml.getTextLength();
        if (length > room) {
            cut = true;
        }
        text.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(room, length));
    }

    private boolean step() {
        try {
            if (!xml.hasNext()) {
                return false;
            }
            event = xml.next();
        } catch (XMLStreamException | UncheckedStreamException broken) {
            throw broken();
        }
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> enter();
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw Refusal.of("exchange.workbook.entities");
            default -> {}
        }
        return true;
    }

    private void enter() {
        int attributes = xml.getAttributeCount();
        if (++depth > DEEPEST || attributes > MOST_ATTRIBUTES || xml.getNamespaceCount() > MOST_ATTRIBUTES) {
            throw broken();
        }
        names.add(xml.getLocalName());
        for (int i = 0; i < attributes; i++) {
            names.add(xml.getAttributeLocalName(i));
        }
        if (names.size() > MOST_NAMES) {
            throw broken();
        }
    }

    private static Refusal broken() {
        return Refusal.of("exchange.workbook.broken");
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
