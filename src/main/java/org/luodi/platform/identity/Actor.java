package org.luodi.platform.identity;

/**
 * Who acts: an account, or the system itself when a clock rings.
 *
 * @param id account number, 0 for the system
 * @param name display name, as shown in a history
 */
public record Actor(long id, String name) {

    public static final Actor SYSTEM = new Actor(0, "系统");
}
