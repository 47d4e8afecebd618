package org.luodi.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import org.luodi.audit.Audits;
import org.luodi.organisation.Scope;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.exchange.SheetWriter;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.web.Attachment;
import org.luodi.platform.web.Forms;
import org.luodi.platform.web.Nav;
import org.luodi.platform.web.Ui;
import org.luodi.platform.web.Uis;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The record, for the audit administrator: on a page, and as a workbook, which stands on it too. */
@Controller
class AuditPages {

    private static final int ROWS = 50;
    private static final List<String> COLUMNS = List.of("at", "kind", "verb", "by", "person", "what", "unit");
    private static final double WIDTH = 20;

    private final Audits audits;
    private final AuditRows rows;
    private final Accounts accounts;
    private final Forms forms;
    private final Uis uis;
    private final ZoneId zone;

    AuditPages(Audits audits, AuditRows rows, Accounts accounts, Forms forms, Uis uis, ZoneId zone) {
        this.audits = audits;
        this.rows = rows;
        this.accounts = accounts;
        this.forms = forms;
        this.uis = uis;
        this.zone = zone;
    }

    /** Its place in the navigation. */
    @Bean
    static Nav auditNav() {
        return new Nav(95, "/audit", "audit.title");
    }

    @GetMapping("/audit")
    String list(AuditQuery query, @RequestParam(required = false) String cursor, Scope scope, Model model) {
        return show(query, audits.list(query.sought(), scope, cursor, ROWS), model);
    }

    /** A name stands in no address: it is sent, and the account's number goes on. */
    @PostMapping("/audit")
    String person(AuditQuery query, @RequestParam(required = false) String login, Scope scope, Model model) {
        model.addAttribute("login", login);
        return forms.answer(
                model,
                () -> {
                    audits.list(query.sought(), scope, null, 1);
                    return "redirect:/audit?" + query.of(account(login)).address();
                },
                () -> show(query, new Slice<>(List.of(), null), model));
    }

    private Long account(String login) {
        if (login == null || login.isBlank()) {
            return null;
        }
        return accounts.byLogin(login.strip())
                .orElseThrow(() -> Refusal.of("audit.refused.person", login))
                .id();
    }

    @GetMapping({"/audit/export.xlsx", "/api/audit/export.xlsx"})
    void export(AuditQuery query, Scope scope, HttpServletResponse response) throws IOException {
        Ui ui = uis.now();
        Attachment.workbook(ui.text("audit.title")).send(response, out -> write(query, scope.actor(), ui, out));
    }

    private void write(AuditQuery query, Actor actor, Ui ui, OutputStream out) {
        List<SheetWriter.Column> columns = COLUMNS.stream()
                .map(c -> new SheetWriter.Column(ui.text("audit.column." + c), WIDTH))
                .toList();
        try (SheetWriter sheet = SheetWriter.workbook(out, ui.text("audit.title"), columns)) {
            audits.each(query.sought(), actor, chunk -> rows.of(chunk, ui).forEach(row -> sheet.row(cells(row, ui))));
        }
    }

    private List<Object> cells(AuditRow row, Ui ui) {
        return java.util.Arrays.asList(
                row.at().atZone(zone).toLocalDateTime(),
                ui.text("audit.kind." + row.kind()),
                row.verb(),
                row.by().name(),
                row.person() == null ? null : row.person().name(),
                row.what(),
                row.unit());
    }

    private String show(AuditQuery query, Slice<Entry> page, Model model) {
        Long person = query.person();
        model.addAttribute("page", new Slice<>(rows.of(page.rows(), uis.now()), page.next()));
        model.addAttribute("query", query);
        model.addAttribute(
                "name", person == null ? null : accounts.names(List.of(person)).get(person));
        return "audit/list";
    }
}
