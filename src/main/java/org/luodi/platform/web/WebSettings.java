package org.luodi.platform.web;

import java.util.List;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.identity.SignedIn;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers ask for the {@link Actor} who is signed in. */
@Configuration(proxyBeanMethods = false)
class WebSettings implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AskedFor<>(Actor.class, () -> SignedIn.find().orElseThrow()));
    }
}
