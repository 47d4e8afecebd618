package org.luodi.world;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** The whole application on the real tree, where nobody is held up for coming often. Test classes that need nothing else share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@WholeApplication
@TestPropertySource(properties = {"luodi.tree=true", "luodi.limits=false"})
public @interface OnTheTree {}
