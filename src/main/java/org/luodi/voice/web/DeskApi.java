package org.luodi.voice.web;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.luodi.organisation.Scope;
import org.luodi.platform.NotFound;
import org.luodi.platform.Slice;
import org.luodi.platform.web.Paging;
import org.luodi.voice.Receipt;
import org.luodi.voice.ReportId;
import org.luodi.voice.ReportMoves;
import org.luodi.voice.ReportMoves.Need;
import org.luodi.voice.ReportRow;
import org.luodi.voice.Reports;
import org.luodi.voice.Stage;
import org.luodi.voice.Voices;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports as JSON for offices: the same lists, rules and refusals as the pages. */
@RestController
@RequestMapping("/api/voice/desk")
class DeskApi {

    private final Reports reports;
    private final Voices voices;
    private final DeskReports desk;
    private final Clock clock;

    DeskApi(Reports reports, Voices voices, DeskReports desk, Clock clock) {
        this.reports = reports;
        this.voices = voices;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping
    Slice<DeskReportJson> list(@ModelAttribute DeskReportPages.Asked asked, Paging paging, Scope scope) {
        Slice<ReportRow> slice = reports.list(asked.filter(), scope, new Reports.Slot(paging.cursor(), paging.rows()));
        return new Slice<>(
                slice.rows().stream()
                        .map(r -> DeskReportJson.of(r, clock.getZone()))
                        .toList(),
                slice.next());
    }

    /** Writes down what somebody told by phone, on paper or in person. The secret is in this answer and nowhere else. */
    @PostMapping
    ResponseEntity<ReceiptJson> write(@RequestBody Map<String, Object> body, Scope scope) {
        DeskForm form = DeskForm.of(body);
        Receipt receipt = voices.receive(form.report(), scope);
        return ResponseEntity.created(URI.create("/api/voice/desk?code=" + receipt.code()))
                .body(new ReceiptJson(receipt.code(), receipt.secret(), receipt.again()));
    }

    /** The table of moves. */
    @GetMapping("/moves")
    List<MoveJson> moves() {
        return ReportMoves.ALL.stream().map(MoveJson::of).toList();
    }

    @GetMapping("/{id}")
    DeskReportJson one(@PathVariable long id, Scope scope) {
        return json(new ReportId(id), scope);
    }

    /** The steps on its way, newest first. */
    @GetMapping("/{id}/steps")
    List<DeskStepJson> steps(@PathVariable long id, Scope scope) {
        return reports.visible(new ReportId(id), scope).way().stream()
                .map(s -> DeskStepJson.of(s, clock.getZone()))
                .toList();
    }

    /** An answer: each is a noun below the report. What is out of sight afterwards is answered with nothing. */
    @PostMapping("/{id}/{noun}")
    ResponseEntity<DeskReportJson> answer(
            DeskAnswerPages.Route route, @RequestBody Map<String, Object> body, Scope scope) {
        DeskForm form = DeskForm.of(body);
        reports.answer(route.report(), form.answer(route.verb(), desk.matter(form, scope)), scope);
        return reports.sees(route.report(), scope)
                ? ResponseEntity.ok(json(route.report(), scope))
                : ResponseEntity.noContent().build();
    }

    private DeskReportJson json(ReportId id, Scope scope) {
        return reports.seen(List.of(id), scope).stream()
                .findFirst()
                .map(r -> DeskReportJson.of(r, clock.getZone()))
                .orElseThrow(() -> new NotFound("report", id.value()));
    }

    /** A receipt: shown once. */
    record ReceiptJson(String code, String secret, boolean again) {}

    /** A row of the table of moves; {@code to} is null where the stage stays. */
    record MoveJson(List<String> from, String verb, String noun, String to, String who, List<String> needs) {

        static MoveJson of(ReportMoves.Move move) {
            return new MoveJson(
                    move.stages().stream().map(Stage::word).toList(),
                    move.verb().word(),
                    move.verb().noun(),
                    move.to() == null ? null : move.to().word(),
                    move.who().word(),
                    move.needed().stream().map(Need::word).toList());
        }
    }
}
