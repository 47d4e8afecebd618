package org.luodi.organisation.web;

import org.luodi.organisation.LineWord;

/** What somebody typed to give a role: sign-in name, role, code of the unit, line. */
public record GrantForm(String login, String role, String unit, LineWord line) {

    static final GrantForm EMPTY = new GrantForm(null, null, null, LineWord.territorial);
}
