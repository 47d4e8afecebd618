package org.luodi.overview;

import java.util.List;
import org.luodi.platform.server.Command;
import org.luodi.platform.server.Progress;
import org.luodi.platform.web.Messages;
import org.springframework.stereotype.Component;

/** {@code luodi recount}: counts everything again and says where the running numbers differ; {@code --write} replaces them. */
@Component
class RecountCommand implements Command {

    private static final java.util.Locale CHINESE = java.util.Locale.SIMPLIFIED_CHINESE;

    private final Recount recount;
    private final Messages messages;

    RecountCommand(Recount recount, Messages messages) {
        this.recount = recount;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "recount";
    }

    @Override
    public String summary() {
        return messages.text(CHINESE, "overview.recount.summary");
    }

    @Override
    public int run(List<String> args) {
        if (args.contains("--write")) {
            try (var step = Progress.atTerminal().step(Recount.STEP)) {
                recount.rebuild(step);
            }
            say("overview.recount.rebuilt");
            return 0;
        }
        List<String> wrong = recount.compare();
        if (wrong.isEmpty()) {
            say("overview.recount.agree");
            return 0;
        }
        say("overview.recount.differ", wrong.size());
        wrong.forEach(System.out::println);
        return 1;
    }

    private void say(String key, Object... args) {
        System.out.println(
                messages.text(CHINESE, key, args) + " · " + messages.text(java.util.Locale.ENGLISH, key, args));
    }
}
