package org.luodi.voice;

/**
 * A report in a list of an office.
 *
 * @param excerpt how the reporter's words begin, masked; empty where there are none
 * @param metoo how many others said "me too"
 */
public record ReportRow(Report report, String excerpt, int metoo) {}
