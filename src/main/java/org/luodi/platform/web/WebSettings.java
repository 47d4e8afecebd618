package org.luodi.platform.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.identity.SignedIn;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers ask for the {@link Actor} who is signed in, and spares them lists with holes. */
@Configuration(proxyBeanMethods = false)
class WebSettings implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AskedFor<>(Actor.class, () -> SignedIn.find().orElseThrow()));
    }

    /** A body whose list has an element that is null cannot be read. */
    @Bean
    JsonMapperBuilderCustomizer wholeLists() {
        return json -> json.withConfigOverride(
                List.class, each -> each.setNullHandling(JsonSetter.Value.forContentNulls(Nulls.FAIL)));
    }
}
