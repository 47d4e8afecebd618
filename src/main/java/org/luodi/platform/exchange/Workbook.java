package org.luodi.platform.exchange;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An .xlsx workbook on its way out, sheet after sheet; closing finishes the file and leaves the stream to its owner. */
public final class Workbook implements Closeable {

    private final ZipOutputStream zip;
    private final Writer out;
    private final List<WorkbookFrame.Tab> tabs = new ArrayList<>();

    /** An empty one; it needs at least one sheet. */
    public Workbook(OutputStream stream) {
        this.zip = new ZipOutputStream(stream, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        this.out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
    }

    /** The next sheet, to be closed before another is begun; no two may have the same name. */
    public SheetWriter sheet(String name, List<SheetWriter.Column> columns) {
        return sheet(name, columns, false);
    }

    SheetWriter sheet(String name, List<SheetWriter.Column> columns, boolean alone) {
        try {
            next();
            return new WorkbookWriter(this, name, columns, alone);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Begins the file of the next sheet. */
    void next() throws IOException {
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + (tabs.size() + 1) + ".xml"));
    }

    /** Where the part that has been begun is written. */
    Writer part() {
        return out;
    }

    boolean isEmpty() {
        return tabs.isEmpty();
    }

    void ended(WorkbookFrame.Tab tab) throws IOException {
        out.flush();
        zip.closeEntry();
        tabs.add(tab);
    }

    @Override
    public void close() {
        try {
            for (var part : WorkbookFrame.parts(tabs).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue());
                out.flush();
                zip.closeEntry();
            }
            zip.finish();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
