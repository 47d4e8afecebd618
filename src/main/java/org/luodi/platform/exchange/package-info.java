/** Tabular files in and out: Excel workbooks and CSV, from the disk, row by row, safe against hostile input. */
@org.springframework.modulith.NamedInterface("exchange")
package org.luodi.platform.exchange;
