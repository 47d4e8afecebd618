package org.luodi.platform.server;

/**
 * The server that takes mail. The password never shows in a log.
 *
 * @param user empty where it asks for none
 * @param from the address mail is sent from
 */
public record MailServer(String host, int port, String user, String password, String from) {

    @Override
    public String toString() {
        return from + " " + host + ":" + port;
    }
}
