package org.luodi.platform.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** The way from the command line to a running server or a finished command. */
public final class Launch {

    private static final int REFUSED = 2;
    static final int FAULT = 1;

    /** Database and tables; each piece of first-run work is one more. */
    private static final int OWN_STEPS = 2;

    private final Class<?> application;
    private final Invocation invocation;
    private final Settings settings;
    private final PrintStream out;
    private final Progress progress;
    private final EarlyStop early;

    private Launch(Class<?> application, Invocation invocation, PrintStream out, EarlyStop early) {
        this.application = application;
        this.invocation = invocation;
        this.settings = invocation.settings();
        this.out = out;
        this.early = early;
        this.progress = invocation.command().isPresent() ? Progress.silent() : new Progress(out, OWN_STEPS);
    }

    /** Runs the application; ends the process with 2 and a plain sentence if it cannot be started as asked. */
    public static void main(Class<?> application, String[] arguments) {
        var out = terminal();
        var early = new EarlyStop();
        try {
            var invocation = Invocation.of(List.of(arguments), System.getenv(), Path.of(""));
            if (invocation.help()) {
                early.disarm();
                out.println(Bilingual.text("server.help"));
                return;
            }
            var alone = Standalone.first(invocation.command().orElse(""), invocation.rest(), out);
            if (alone.isPresent()) {
                exit(alone.getAsInt(), early);
            }
            if (invocation.command().filter(Upkeep.NAMES::contains).isPresent()) {
                var upkeep = new Upkeep(invocation, out, wish -> proof(application, invocation.on(wish), out, early));
                exit(upkeep.run(invocation.command().get()), early);
            }
            var launch = new Launch(application, invocation, out, early);
            if (invocation.command().isPresent()) {
                exit(launch.command(invocation.command().get()), early);
            }
            launch.serve();
        } catch (RuntimeException failure) {
            if (!early.begun()) {
                exit(report(failure, out), early);
            }
        }
    }

    /** Proves what was restored with the whole application, beside a server that ends with the proof if it is the built-in one. */
    private static int proof(Class<?> application, Invocation invocation, PrintStream out, EarlyStop early) {
        if (invocation.settings().database().isPresent()) {
            return new Launch(application, invocation, out, early).command(ProveCommand.NAME);
        }
        try (var server = EmbeddedPostgres.start(invocation.settings().data(), Map.of(), Progress.silent())) {
            early.watch(server);
            var beside = invocation.with(server.login(Cluster.OWNER));
            return new Launch(application, beside, out, early).command(ProveCommand.NAME);
        }
    }

    /** Where a person reads, in UTF-8 whatever the locale. */
    static PrintStream terminal() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    private static void exit(int code, EarlyStop early) {
        early.disarm();
        System.exit(code);
    }

    private static int report(RuntimeException failure, PrintStream out) {
        var sentence = Failures.sentence(failure);
        out.println();
        out.println(sentence.orElseGet(() -> Bilingual.text("server.fault", failure)));
        if (sentence.isEmpty()) {
            LoggerFactory.getLogger(Launch.class).error("The start failed", failure);
        }
        return sentence.isPresent() ? REFUSED : FAULT;
    }

    private void serve() {
        mustBeFree(settings.port());
        var context = application(WebApplicationType.SERVLET);
        early.disarm();
        var web = (WebServerApplicationContext) context;
        out.println();
        out.println(
                Bilingual.text("server.ready", String.valueOf(web.getWebServer().getPort()), settings.data()));
        context.getBeanProvider(FirstRuns.class).stream()
                .flatMap(runs -> runs.inOrder().stream())
                .flatMap(run -> run.closingLines().stream())
                .forEach(out::println);
        out.println(Bilingual.text("server.stop"));
    }

    private int command(String name) {
        try (var context = application(WebApplicationType.NONE)) {
            var commands = context.getBeansOfType(Command.class).values();
            return commands.stream()
                    .filter(command -> command.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new StartRefusal("server.bad.command", name).saying(summaries(commands)))
                    .run(invocation.rest());
        }
    }

    private static String summaries(Collection<Command> commands) {
        return commands.stream()
                .map(command -> command.name() + "  " + command.summary())
                .collect(Collectors.joining("\n", Bilingual.text("server.upkeep") + "\n", ""));
    }

    private ConfigurableApplicationContext application(WebApplicationType type) {
        DataFolder.prepare(settings.data());
        var application = new SpringApplication(this.application);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setWebApplicationType(type);
        // A command needs no page, so it makes only what it asks for.
        application.setLazyInitialization(type == WebApplicationType.NONE);
        application.addInitializers(context -> context.addBeanFactoryPostProcessor(beans -> {
            beans.registerSingleton("progress", progress);
            progress.total(OWN_STEPS + beans.getBeanNamesForType(FirstRun.class, true, false).length);
            reach(database(type), context.getEnvironment());
        }));
        return application.run(arguments());
    }

    /** Handed over as arguments, which the framework ranks above all other sources. */
    private String[] arguments() {
        var properties = new HashMap<>(invocation.properties());
        properties.put("luodi.data", settings.data().toString());
        properties.put(
                "logging.file.name", settings.data().resolve("log/luodi.log").toString());
        if (Settings.flag("log.json", properties.getOrDefault("luodi.log.json", "false"))) {
            properties.put("logging.structured.format.file", "ecs");
        }
        return properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }

    private static void reach(Login login, ConfigurableEnvironment environment) {
        Map<String, Object> properties = Map.of(
                "luodi.db.url", login.url(), "luodi.db.user", login.user(), "luodi.db.password", login.password());
        environment.getPropertySources().addFirst(new MapPropertySource("database", properties));
    }

    private Login database(WebApplicationType type) {
        if (settings.database().isPresent()) {
            return external(settings.database().get());
        }
        try {
            // A command works beside a server that is running on the same data.
            return type == WebApplicationType.NONE && DataLock.taken(settings.data())
                    ? EmbeddedPostgres.attach(settings.data())
                    : embedded();
        } catch (IOException failure) {
            throw DataFolder.refusal(failure, settings.data());
        }
    }

    private Login external(Login login) {
        try (var step = progress.step("server.step.external")) {
            step.note(login + " " + Databases.mustServe(login));
            new RowsPlace(login).mustBeWhole();
            return login;
        }
    }

    private Login embedded() {
        var server = EmbeddedPostgres.start(settings.data(), invocation.backups(), progress);
        // The framework runs these after it has closed the application, so the last transaction still finds its
        // database.
        SpringApplication.getShutdownHandlers().add(server::close);
        early.watch(server);
        return server.login(Cluster.OWNER);
    }

    private static void mustBeFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException busy) {
            throw new StartRefusal(busy, "server.port.busy", String.valueOf(port));
        }
    }
}
