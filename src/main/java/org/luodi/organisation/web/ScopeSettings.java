package org.luodi.organisation.web;

import java.util.List;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Scope;
import org.luodi.platform.identity.SignedIn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
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
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == Scope.class;
            }

            @Override
            public Object resolveArgument(
                    MethodParameter parameter,
                    ModelAndViewContainer container,
                    NativeWebRequest request,
                    WebDataBinderFactory binder) {
                return grants.getObject().scopeOf(SignedIn.find().orElseThrow());
            }
        });
    }
}
