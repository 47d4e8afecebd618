package org.luodi.organisation;

import java.util.List;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.identity.Surroundings;
import org.springframework.stereotype.Component;

/** The names of the units that somebody has a role at: no password is made of them. */
@Component
class UnitWords implements Surroundings {

    private final Grants grants;

    UnitWords(Grants grants) {
        this.grants = grants;
    }

    @Override
    public List<String> words(long account) {
        return grants.of(new Actor(account, "")).stream()
                .map(Grants.Held::unitName)
                .toList();
    }
}
