package org.luodi.programme;

import java.util.List;

/** A programme file cannot be used; each fault names its line. */
public final class ProgrammeFault extends RuntimeException {

    private final List<String> faults;

    ProgrammeFault(String file, List<String> faults) {
        super(file + ":\n  " + String.join("\n  ", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
