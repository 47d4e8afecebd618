package org.luodi.organisation.web;

import org.luodi.organisation.Line;

/** What somebody typed to give a role: sign-in name, role, code of the unit, line. */
public record GrantForm(String login, String role, String unit, Line.Word line) {

    static final GrantForm EMPTY = new GrantForm(null, null, null, Line.Word.territorial);
}
