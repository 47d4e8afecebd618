package org.luodi.platform.identity;

import java.time.Instant;

/** A passkey of an account, under the name its owner gave it. */
public record Passkey(long id, String label, Instant madeAt, Instant usedAt) {}
