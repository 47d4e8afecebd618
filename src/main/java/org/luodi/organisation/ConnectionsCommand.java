package org.luodi.organisation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.server.Command;
import org.luodi.platform.web.Messages;
import org.springframework.stereotype.Component;

/** {@code luodi connections <login of the database> <account> [--end]}: says whose a connection of an office is, or that it is nobody's. */
@Component
class ConnectionsCommand implements Command {

    private static final int MISUSED = 2;

    private final Connections connections;
    private final Accounts accounts;
    private final Messages messages;

    ConnectionsCommand(Connections connections, Accounts accounts, Messages messages) {
        this.connections = connections;
        this.accounts = accounts;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "connections";
    }

    @Override
    public String summary() {
        return text("organisation.connections.summary");
    }

    @Override
    public int run(List<String> args) {
        Optional<Account> account = args.size() < 2 ? Optional.empty() : accounts.byLogin(args.get(1));
        if (account.isEmpty()) {
            System.out.println(summary());
            return MISUSED;
        }
        try {
            System.out.println(text(change(args.get(0), account.get(), args.contains("--end"))));
            return 0;
        } catch (Refusal refused) {
            System.out.println(text(refused.key()));
            return MISUSED;
        }
    }

    /** What to say of it. */
    private String change(String login, Account account, boolean ends) {
        if (ends) {
            connections.end(login, account);
            return "organisation.connections.ended";
        }
        connections.give(login, account);
        return "organisation.connections.given";
    }

    private String text(String key) {
        return messages.text(Locale.SIMPLIFIED_CHINESE, key) + " · " + messages.text(Locale.ENGLISH, key);
    }
}
