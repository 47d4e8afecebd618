package org.luodi.organisation;

/** A line as it stands in a URL. */
public enum LineWord {
    territorial,
    industry;

    public Line line() {
        return this == industry ? Line.INDUSTRY : Line.TERRITORIAL;
    }

    public static LineWord of(Line line) {
        return line == Line.INDUSTRY ? industry : territorial;
    }
}
