package org.luodi.organisation.web;

import org.luodi.platform.web.Nav;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrganisationNav {

    @Bean
    Nav unitsWay() {
        return new Nav(30, "/units", "organisation.nav");
    }

    @Bean
    Nav grantsWay() {
        return new Nav(85, "/grants", "organisation.grants");
    }
}
