package org.luodi;

import org.luodi.platform.server.Launch;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The product: one deployable, one module per package. */
@SpringBootApplication
public class Luodi {

    public static void main(String[] args) {
        Launch.main(Luodi.class, args);
    }
}
