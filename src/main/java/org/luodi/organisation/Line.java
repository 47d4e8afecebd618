package org.luodi.organisation;

/** The two lines of duty (mechanisms 5): 块 and 条. */
public enum Line {
    TERRITORIAL,
    INDUSTRY
}
