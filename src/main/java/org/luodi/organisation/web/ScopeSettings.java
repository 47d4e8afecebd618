package org.luodi.organisation.web;

import java.util.List;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Scope;
import org.luodi.platform.identity.SignedIn;
import org.luodi.platform.web.AskedFor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers ask for the {@link Scope} of whoever is signed in. */
@Configuration(proxyBeanMethods = false)
class ScopeSettings implements WebMvcConfigurer {

    private final ObjectProvider<Grants> grants;

    ScopeSettings(ObjectProvider<Grants> grants) {
        this.grants = grants;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AskedFor<>(
                Scope.class, () -> grants.getObject().scopeOf(SignedIn.find().orElseThrow())));
    }
}
