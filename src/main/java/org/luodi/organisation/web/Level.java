package org.luodi.organisation.web;

import org.luodi.organisation.Line;
import org.luodi.organisation.LineWord;

/** Which page of a level of the tree is asked for, and on which line: the territorial one where nothing is said. */
record Level(LineWord line, String cursor) {

    Level {
        line = line == null ? LineWord.territorial : line;
    }

    Line of() {
        return line.line();
    }
}
