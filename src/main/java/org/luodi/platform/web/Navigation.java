package org.luodi.platform.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The platform's own way in the navigation. */
@Configuration(proxyBeanMethods = false)
class Navigation {

    @Bean
    Nav people() {
        return new Nav(90, "/people", "platform.people");
    }
}
