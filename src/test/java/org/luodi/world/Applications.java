package org.luodi.world;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.luodi.Luodi;
import org.luodi.platform.server.Login;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Applications on a database server of one's own, where a shared one will not do. */
public final class Applications {

    private Applications() {}

    /** The whole application on a free port, without demonstration; more settings as on the command line. */
    public static ConfigurableApplicationContext on(Login login, Path files, String... more) {
        Stream<String> settings = Stream.of(
                "--luodi.db.url=" + login.url(),
                "--luodi.db.user=" + login.user(),
                "--luodi.db.password=" + login.password(),
                "--luodi.data=" + files,
                "--luodi.demo=false",
                "--server.port=0");
        return SpringApplication.run(
                Luodi.class, Stream.concat(settings, Stream.of(more)).toArray(String[]::new));
    }
}
