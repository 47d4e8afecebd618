package org.luodi.platform.exchange;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import org.luodi.platform.Refusal;

/**
 * The texts that the cells of a workbook point to. They lie in a scratch file, so that a workbook with millions of
 * different texts costs four bytes of memory for each.
 */
final class SharedStrings implements Closeable {

    static final SharedStrings NONE = new SharedStrings();

    private static final int CACHED = 4096;

    private int count;
    private int[] ends = new int[64];
    private final BitSet tooLong = new BitSet();
    private final Cell[] cache = new Cell[CACHED];
    private final int[] cachedIndex = new int[CACHED];
    private ByteBuffer texts = ByteBuffer.allocate(0);

    private SharedStrings() {
        Arrays.fill(cachedIndex, -1);
    }

    static SharedStrings read(XmlPart xml, SheetLimits limits) {
        SharedStrings strings = new SharedStrings();
        try {
            Path scratch = Files.createTempFile("luodi-", ".texts");
            try {
                strings.fill(xml, limits, scratch);
                strings.map(scratch);
            } finally {
                Files.delete(scratch);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return strings;
    }

    private void fill(XmlPart xml, SheetLimits limits, Path scratch) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(scratch), 1 << 16)) {
            while (xml.next()) {
                if (xml.starts("si")) {
                    String text = xml.text(limits.cellChars());
                    tooLong.set(count, xml.wasCut());
                    add(out, CellText.clean(CellText.fromXml(text)), limits);
                }
            }
        }
    }

    private void add(OutputStream out, String text, SheetLimits limits) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long end = (long) start(count) + bytes.length;
        if (count >= limits.strings() || end > Integer.MAX_VALUE) {
            throw Refusal.of("exchange.workbook.bomb");
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
        }
        out.write(bytes);
        ends[count++] = (int) end;
    }

    /** The mapping outlives the deleted file and goes with the memory it is mapped to. */
    private void map(Path scratch) throws IOException {
        try (FileChannel channel = FileChannel.open(scratch)) {
            texts = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }

    /** The cell for a pointer as it stands in the sheet; one that points nowhere means a broken workbook. */
    Cell cell(String pointer) {
        int index = index(pointer);
        int slot = index % CACHED;
        if (cachedIndex[slot] != index) {
            Cell cell = Cell.of(text(index));
            cache[slot] = tooLong.get(index) ? cell.asTooLong() : cell;
            cachedIndex[slot] = index;
        }
        return cache[slot];
    }

    private int index(String pointer) {
        try {
            int index = Integer.parseInt(pointer.strip());
            if (index >= 0 && index < count) {
                return index;
            }
        } catch (NumberFormatException notAnIndex) {
            throw Refusal.of("exchange.workbook.broken");
        }
        throw Refusal.of("exchange.workbook.broken");
    }

    private String text(int index) {
        byte[] bytes = new byte[ends[index] - start(index)];
        texts.get(start(index), bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    @Override
    public void close() {
        texts = ByteBuffer.allocate(0);
    }
}
