package org.luodi.world;

import org.luodi.organisation.Grants;
import org.luodi.organisation.Units;
import org.luodi.platform.identity.Accounts;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.web.context.WebApplicationContext;

/** What a test of the whole application may ask for. */
@TestConfiguration(proxyBeanMethods = false)
class World {

    /** Each test has one of its own. */
    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    Place worldPlace(Units units, Grants grants, Accounts accounts) {
        return new Place(units, grants, accounts);
    }

    @Bean
    @Lazy
    Pages worldPages(WebApplicationContext context, Accounts accounts) {
        return new Pages(context, accounts);
    }
}
