package org.luodi.platform.identity;

import java.time.Instant;

/**
 * One place where somebody is signed in.
 *
 * @param browser code of the browser, {@code other} where it is not known
 * @param system code of the device's system, likewise
 * @param way how it was begun: {@code password}, {@code passkey} or {@code provider}
 * @param seen when it was last used, to about five minutes
 * @param here whether the running request belongs to it
 */
public record Session(long id, String browser, String system, String way, Instant since, Instant seen, boolean here) {}
