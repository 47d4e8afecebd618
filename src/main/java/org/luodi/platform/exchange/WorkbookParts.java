package org.luodi.platform.exchange;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luodi.platform.Refusal;

/** Where the parts of a workbook lie: its visible sheets, its texts, its styles, and from which year it counts days. */
record WorkbookParts(List<Sheet> sheets, String strings, String styles, boolean since1904) {

    record Sheet(String name, String part) {}

    private record Link(String type, String target) {}

    private static final int MOST_LINKS = 10_000;
    private static final int LONGEST_NAME = 100;

    static WorkbookParts read(GuardedZip zip) {
        String workbook = "xl/workbook.xml";
        if (zip.has("_rels/.rels")) {
            workbook = firstOf(links(zip, "_rels/.rels", ""), "officeDocument", workbook);
        }
        if (!zip.has(workbook) || workbook.endsWith(".bin")) {
            throw Refusal.of(notAWorkbook(zip, workbook));
        }
        int slash = workbook.lastIndexOf('/') + 1;
        String folder = workbook.substring(0, slash);
        Map<String, Link> links = links(zip, folder + "_rels/" + workbook.substring(slash) + ".rels", folder);
        try (XmlPart xml = new XmlPart(zip.open(workbook))) {
            return read(xml, links);
        }
    }

    private static WorkbookParts read(XmlPart xml, Map<String, Link> links) {
        Map<String, Sheet> visible = new LinkedHashMap<>();
        boolean workbook = false;
        boolean since1904 = false;
        while (xml.next()) {
            if (xml.starts("workbook")) {
                workbook = true;
            } else if (xml.starts("workbookPr")) {
                String date1904 = xml.attribute("date1904");
                since1904 = "1".equals(date1904) || "true".equals(date1904);
            } else if (xml.starts("sheet") && !"hidden".equals(xml.attribute("state"))) {
                addSheet(visible, xml, links);
            }
        }
        if (!workbook) {
            throw Refusal.of("exchange.workbook.none");
        }
        if (visible.isEmpty()) {
            throw Refusal.of("exchange.workbook.noSheet");
        }
        return new WorkbookParts(
                List.copyOf(visible.values()),
                firstOf(links, "sharedStrings", ""),
                firstOf(links, "styles", ""),
                since1904);
    }

    /** A part that is named twice is one sheet. */
    private static void addSheet(Map<String, Sheet> visible, XmlPart xml, Map<String, Link> links) {
        Link link = links.get(xml.attribute("id"));
        String name = xml.attribute("name");
        boolean veryHidden = "veryHidden".equals(xml.attribute("state"));
        if (link != null && name != null && !veryHidden && link.type().endsWith("/worksheet")) {
            String shown = name.substring(0, Math.min(name.length(), LONGEST_NAME));
            visible.putIfAbsent(link.target(), new Sheet(shown, link.target()));
        }
        if (visible.size() > MOST_LINKS) {
            throw Refusal.of("exchange.workbook.broken");
        }
    }

    private static Map<String, Link> links(GuardedZip zip, String part, String folder) {
        Map<String, Link> links = new HashMap<>();
        try (XmlPart xml = new XmlPart(zip.open(part))) {
            while (xml.next()) {
                if (xml.starts("Relationship") && !"External".equals(xml.attribute("TargetMode"))) {
                    addLink(links, xml, folder);
                }
            }
        }
        return links;
    }

    private static void addLink(Map<String, Link> links, XmlPart xml, String folder) {
        String id = xml.attribute("Id");
        String type = xml.attribute("Type");
        String target = xml.attribute("Target");
        if (id == null || type == null || target == null || links.size() > MOST_LINKS) {
            throw Refusal.of("exchange.workbook.broken");
        }
        links.put(id, new Link(type, resolve(folder, target)));
    }

    private static String resolve(String folder, String target) {
        try {
            return URI.create("/" + folder).resolve(target).getPath().substring(1);
        } catch (RuntimeException notAPath) {
            throw Refusal.of("exchange.workbook.broken");
        }
    }

    private static String firstOf(Map<String, Link> links, String type, String otherwise) {
        return links.values().stream()
                .filter(link -> link.type().endsWith("/" + type))
                .map(Link::target)
                .findFirst()
                .orElse(otherwise);
    }

    private static String notAWorkbook(GuardedZip zip, String workbook) {
        if (workbook.endsWith(".bin") && zip.has(workbook)) {
            return "exchange.workbook.binary";
        }
        boolean openDocument = zip.has("content.xml") && zip.has("mimetype");
        return openDocument ? "exchange.workbook.openDocument" : "exchange.workbook.none";
    }
}
