package org.luodi.platform.exchange;

/**
 * What one uploaded table may cost. Every size is counted while reading, never believed from the file.
 *
 * @param fileBytes the file as uploaded
 * @param expandedBytes all parts of a workbook, unpacked
 * @param ratio unpacked to packed, for parts above 16 MiB
 * @param entries parts in a workbook
 * @param strings distinct texts of a workbook
 * @param rows rows with content
 * @param columns columns with content
 * @param cellChars characters in a cell; a longer cell is marked, the rest of the file still reads
 */
public record SheetLimits(
        long fileBytes, long expandedBytes, int ratio, int entries, int strings, int rows, int columns, int cellChars) {

    /** Room for a ledger of 100,000 long rows; 32,767 characters is what Excel itself allows in a cell. */
    public static SheetLimits standard() {
        return new SheetLimits(200L << 20, 1L << 30, 200, 5_000, 4_000_000, 200_000, 256, 32_767);
    }

    public SheetLimits withRows(int most) {
        return new SheetLimits(fileBytes, expandedBytes, ratio, entries, strings, most, columns, cellChars);
    }

    public SheetLimits withFileBytes(long most) {
        return new SheetLimits(most, expandedBytes, ratio, entries, strings, rows, columns, cellChars);
    }
}
