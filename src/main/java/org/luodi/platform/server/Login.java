package org.luodi.platform.server;

/** How to reach a database. The password never shows in a log. */
public record Login(String url, String user, String password) {

    @Override
    public String toString() {
        return user + "@" + url;
    }
}
