package org.luodi.voice;

/**
 * Somebody who has agreed to be asked about other things at a place.
 *
 * @param report under which the contact is kept
 * @param kind {@code phone} or {@code mail}
 * @param contactKey the same for the same contact, under a key of this installation
 */
public record Circle(ReportId report, String kind, byte[] contactKey) {}
