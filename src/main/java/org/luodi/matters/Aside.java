package org.luodi.matters;

import java.util.Optional;
import org.luodi.organisation.Scope;

/** What another module keeps about a matter and shows on its page. */
public interface Aside {

    /** Lower numbers stand first. */
    int order();

    /** What it shows to this person; empty where there is nothing to show. */
    Optional<Panel> panel(Matters.Told told, Scope scope);
}
