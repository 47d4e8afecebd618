package org.luodi.voice;

/** Number of a report inside; the public knows it by its code. */
public record ReportId(long value) {}
