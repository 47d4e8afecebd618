package org.luodi.organisation;

/** The two lines of duty (mechanisms 5): 块 and 条. */
public enum Line {
    TERRITORIAL,
    INDUSTRY;

    /** A line as it stands in a URL. */
    public enum Word {
        territorial,
        industry;

        public Line line() {
            return this == industry ? Line.INDUSTRY : Line.TERRITORIAL;
        }

        public static Word of(Line line) {
            return line == Line.INDUSTRY ? industry : territorial;
        }
    }
}
