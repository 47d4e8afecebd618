package org.luodi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the product: one deployable, one module per package. */
@SpringBootApplication
public class Luodi {

    public static void main(String[] args) {
        SpringApplication.run(Luodi.class, args);
    }
}
