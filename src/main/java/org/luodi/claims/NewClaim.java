package org.luodi.claims;

import java.util.List;
import org.luodi.matters.MatterId;
import org.luodi.organisation.UnitId;

/**
 * A claim somebody sends.
 *
 * @param sender the unit that sends; null: the one where the person works
 * @param asked the unit above that is asked
 * @param evidence what shows that the root lies there
 */
public record NewClaim(UnitId sender, UnitId asked, Lever lever, String evidence, List<MatterId> matters) {

    public NewClaim {
        matters = matters == null ? List.of() : List.copyOf(matters);
    }
}
