package org.luodi.sheets;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Units;
import org.luodi.platform.files.Upload;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.sheets.Sheet.Outcome;
import org.luodi.world.Visitor;

/** A clerk who brings sheets and waits for what becomes of them. */
record SheetDesk(SheetImports imports, Scope scope, String login) {

    private static final String PASSWORD = "a long password";

    /** A clerk of a unit; roles need an account's number only. */
    static SheetDesk of(SheetImports imports, Grants grants, Units units, long account, String unit) {
        return of(imports, grants, units, new Account(account, null, "王芳", false), unit);
    }

    /** A clerk of a unit with an account of his own, who can sign in. */
    static SheetDesk of(SheetImports imports, Grants grants, Units units, Accounts accounts, String unit) {
        String login = "desk" + System.nanoTime();
        return of(imports, grants, units, accounts.create(login, "王芳", PASSWORD, Actor.SYSTEM), unit);
    }

    private static SheetDesk of(SheetImports imports, Grants grants, Units units, Account account, String unit) {
        var at = units.byCode(unit).orElseThrow().id();
        grants.grantBySystem(new Grants.NewGrant(account.id(), Role.CLERK, at, Line.TERRITORIAL));
        return new SheetDesk(imports, grants.scopeOf(account.actor()), account.login());
    }

    /** The same clerk at the pages. */
    Visitor visitor(int port) {
        return Visitor.signedIn(port, login, PASSWORD);
    }

    /** The sheet of a page, once its work has ended. */
    Sheet settled(String page) {
        return settled(imports.visible(Long.parseLong(page.replaceAll("\\D", "")), scope));
    }

    Sheet read(Upload upload) {
        return settled(imports.bring(upload, 2, scope));
    }

    Sheet apply(Sheet sheet) {
        imports.apply(sheet);
        return settled(sheet);
    }

    Sheet bringAndApply(Upload upload) {
        return apply(read(upload));
    }

    Sheet settled(Sheet sheet) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> imports.visible(sheet.id(), scope), s -> !s.state().isRunning());
    }

    List<Sheet.Line> lines(Sheet sheet, Outcome outcome) {
        return imports.rows(sheet, outcome, null, 1_000).rows();
    }

    List<String> reasons(Sheet sheet) {
        return lines(sheet, Outcome.REFUSED).stream().map(Sheet.Line::reason).toList();
    }
}
