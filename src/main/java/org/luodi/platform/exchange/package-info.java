/** Files that other programs read: Excel workbooks and CSV in and out, row by row, safe against hostile input; calendars out. */
@org.springframework.modulith.NamedInterface("exchange")
package org.luodi.platform.exchange;
