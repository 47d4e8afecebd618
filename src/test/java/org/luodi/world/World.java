package org.luodi.world;

import org.luodi.organisation.Grants;
import org.luodi.organisation.Units;
import org.luodi.platform.identity.Accounts;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Scope;

/** What a test of the whole application may ask for; each test has its own. */
@TestConfiguration(proxyBeanMethods = false)
class World {

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    Place worldPlace(Units units, Grants grants, Accounts accounts) {
        return new Place(units, grants, accounts);
    }
}
