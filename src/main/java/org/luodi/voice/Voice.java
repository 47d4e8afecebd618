package org.luodi.voice;

/**
 * Somebody whom a matter concerns because he reported it.
 *
 * @param metoo whether he said "me too" to another's report
 * @param contactKey the same for the same contact, under a key of this installation; null where there is none
 */
public record Voice(ReportId report, boolean metoo, byte[] contactKey) {}
