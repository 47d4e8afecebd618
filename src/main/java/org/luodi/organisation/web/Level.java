package org.luodi.organisation.web;

import org.luodi.organisation.Line;

/** Which page of a level of the tree is asked for, and on which line: the territorial one where nothing is said. */
record Level(Line.Word line, String cursor) {

    Level {
        line = line == null ? Line.Word.territorial : line;
    }

    Line of() {
        return line.line();
    }
}
