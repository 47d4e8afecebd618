package org.luodi.overview.web;

import org.luodi.platform.web.Nav;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OverviewNav {

    @Bean
    Nav overviewWay() {
        return new Nav(10, "/overview", "overview.nav");
    }
}
