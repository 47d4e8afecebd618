package org.luodi.platform.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How to reach a database. The password never shows in a log. */
public record Login(String url, String user, String password) {

    /** One connection, to be closed. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    @Override
    public String toString() {
        return user + "@" + url;
    }
}
