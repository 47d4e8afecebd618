package org.luodi.matters;

import java.util.Optional;
import java.util.Set;
import org.luodi.platform.Refusal;

/** A module above that may hold a move back for a reason of its own. */
public interface Hindrance {

    /**
     * Moves by which a matter would slip away from that module: the matter is held before the module is asked, so that what it
     * begins at the same moment is seen. It holds the matter itself before it begins ({@link MatterBatches#hold}).
     */
    Set<Verb> slipping();

    /** Why the move cannot be made now; empty where nothing stands in its way. */
    Optional<Refusal> against(Matter matter, Verb verb);
}
