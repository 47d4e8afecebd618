package org.luodi.platform.server;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Which proxies may say for whom they ask ({@code luodi.proxy}); from everybody else such words are not believed. */
@Configuration(proxyBeanMethods = false)
class Proxies {

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> senders(Environment environment) {
        List<String> proxies = read(environment.getProperty("luodi.proxy", ""));
        return factory -> {
            if (!proxies.isEmpty()) {
                factory.addEngineValves(valve(proxies));
            }
        };
    }

    /** Addresses with commas between them. */
    static List<String> read(String setting) {
        List<String> proxies = Stream.of(setting.split(","))
                .map(String::strip)
                .filter(p -> !p.isEmpty())
                .toList();
        for (String proxy : proxies) {
            if (!proxy.matches("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*")) {
                throw new StartRefusal("server.bad.proxy", proxy);
            }
        }
        return proxies;
    }

    private static RemoteIpValve valve(List<String> proxies) {
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(proxies.stream().map(Pattern::quote).collect(Collectors.joining("|")));
        valve.setProtocolHeader("X-Forwarded-Proto");
        return valve;
    }
}
