package org.luodi.sheets;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.luodi.platform.exchange.SheetWriter;
import org.luodi.platform.files.Upload;

/** Small ledger sheets for tests. */
final class SheetTables {

    static final List<String> HEADINGS = List.of("编号", "来源", "问题类别", "问题表述", "发现时间", "责任单位", "整改时限", "整改措施", "完成状态");

    private SheetTables() {}

    /** A row that can be taken. */
    static List<Object> row(String number, String title, String unit) {
        return Arrays.asList(number, "群众反映", "住房", title, "2026-09-10", unit, "2026-12-20", "修", "整改中");
    }

    static Upload workbook(List<List<Object>> rows) {
        return workbook(HEADINGS, rows);
    }

    static Upload workbook(List<String> headings, List<List<Object>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<SheetWriter.Column> columns =
                headings.stream().map(h -> new SheetWriter.Column(h, 20)).toList();
        try (SheetWriter writer = SheetWriter.workbook(out, "台账", columns)) {
            rows.forEach(writer::row);
        }
        return upload("台账.xlsx", out.toByteArray());
    }

    static Upload upload(String name, byte[] content) {
        InputStream in = new ByteArrayInputStream(content);
        return new Upload(name, "application/octet-stream", in);
    }
}
