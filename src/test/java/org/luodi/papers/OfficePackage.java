package org.luodi.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** An Office file taken apart: every part well-formed and of a known type, every relation leading somewhere, no macro, nothing from elsewhere. */
public record OfficePackage(byte[] content, Map<String, byte[]> parts) {

    /** Takes a file apart and checks that it is whole. */
    public static OfficePackage whole(byte[] content) {
        Map<String, byte[]> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(parts.put("/" + entry.getName(), zip.readAllBytes())).isNull();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        OfficePackage file = new OfficePackage(content, parts);
        file.everyPartHasAType();
        parts.keySet().stream().filter(p -> p.endsWith(".rels")).forEach(file::everyRelationLeadsSomewhere);
        return file;
    }

    /** What a reader of a Word file sees. */
    public String text() {
        try (XWPFWordExtractor words = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(content)))) {
            return words.getText();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void everyPartHasAType() {
        Element types = xml("/[Content_Types].xml").getDocumentElement();
        Set<String> endings = values(types.getElementsByTagName("Default"), "Extension");
        Set<String> named = values(types.getElementsByTagName("Override"), "PartName");
        assertThat(parts.keySet()).containsAll(named);
        parts.keySet().stream().filter(p -> !p.equals("/[Content_Types].xml")).forEach(part -> {
            assertThat(named.contains(part) || endings.contains(part.substring(part.lastIndexOf('.') + 1)))
                    .as(part)
                    .isTrue();
            assertThat(part).doesNotContain("vbaProject");
            if (part.endsWith(".xml") || part.endsWith(".rels")) {
                xml(part);
            }
        });
    }

    private void everyRelationLeadsSomewhere(String links) {
        String folder = links.substring(0, links.lastIndexOf("_rels/"));
        NodeList all = xml(links).getElementsByTagName("Relationship");
        for (int i = 0; i < all.getLength(); i++) {
            Element link = (Element) all.item(i);
            assertThat(link.getAttribute("TargetMode")).isNotEqualTo("External");
            assertThat(parts)
                    .containsKey(URI.create(folder)
                            .resolve(link.getAttribute("Target"))
                            .toString());
        }
    }

    private Document xml(String part) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(parts.get(part)));
        } catch (SAXException | IOException | ParserConfigurationException broken) {
            throw new AssertionError(part, broken);
        }
    }

    private static Set<String> values(NodeList elements, String attribute) {
        return java.util.stream.IntStream.range(0, elements.getLength())
                .mapToObj(i -> ((Element) elements.item(i)).getAttribute(attribute))
                .collect(Collectors.toSet());
    }
}
