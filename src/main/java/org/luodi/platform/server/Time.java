package org.luodi.platform.server;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock everything reads, and the zone a day begins in. */
@Configuration(proxyBeanMethods = false)
class Time {

    @Bean
    ZoneId zone(Settings settings) {
        return settings.zone();
    }

    @Bean
    Clock clock(ZoneId zone) {
        return Clock.system(zone);
    }
}
