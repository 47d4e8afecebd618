package org.luodi.voice;

import java.time.Instant;

/** Something the reporter wrote, and when. */
public record Written(String text, Instant at) {}
