package org.luodi.matters;

import java.util.Optional;
import org.luodi.platform.Refusal;

/** A module above that may hold a move back for a reason of its own. */
public interface Hindrance {

    /** Why the move cannot be made now; empty where nothing stands in its way. */
    Optional<Refusal> against(Matter matter, Verb verb);
}
