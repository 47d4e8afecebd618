package org.luodi.organisation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.identity.RequiredSteps;
import org.luodi.platform.server.StartRefusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Roles that the setting {@code second.roles} asks a second step of, such as {@code administrator,caller}. */
@Component
class SecondStepRoles implements RequiredSteps {

    private final Grants grants;
    private final Set<Role> roles;

    SecondStepRoles(Grants grants, @Value("${luodi.second.roles:}") String setting) {
        this.grants = grants;
        this.roles = read(setting);
    }

    @Override
    public boolean requiredOf(long account) {
        return !roles.isEmpty() && grants.of(new Actor(account, "")).stream().anyMatch(h -> roles.contains(h.role()));
    }

    static Set<Role> read(String setting) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(setting.split(","))
                .map(String::strip)
                .filter(r -> !r.isEmpty())
                .map(SecondStepRoles::role)
                .forEach(roles::add);
        return roles;
    }

    private static Role role(String word) {
        return Arrays.stream(Role.values())
                .filter(r -> r.name().equals(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new StartRefusal("server.bad.roles", word));
    }
}
