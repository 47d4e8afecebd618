package org.luodi.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.luodi.platform.exchange.Books.texts;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadingsTest {

    private static final Map<String, List<String>> NAMES = Map.of(
            "number", List.of("编号", "序号"),
            "text", List.of("问题表述", "存在问题"),
            "lead", List.of("牵头单位"),
            "due", List.of("整改时限", "完成时限"),
            "county", List.of("县级验收时间"),
            "city", List.of("市级验收时间"),
            "cause", List.of("产生原因（本级/上级）", "产生原因"));

    @TempDir
    Path folder;

    @Test
    void orderWidthSpacesLineBreaksAndPunctuationDoNotMatter() {
        var match = match("牵头 单位,\"整改\n时限\",＊编号,存在问题：,产生原因(本级／上级)\n");
        assertThat(indexes(match)).isEqualTo(Map.of("lead", 0, "due", 1, "number", 2, "text", 3, "cause", 4));
        assertThat(match.isComplete()).isTrue();
    }

    @Test
    void aRemarkInBracketsIsNoMatter() {
        assertThat(indexes(match("编号（必填）,问题表述\n"))).isEqualTo(Map.of("number", 0, "text", 1));
    }

    @Test
    void titleRowsAboveAreNotTakenForHeadings() {
        Headings headings = find("某县主题教育整改整治台账,,\n填报单位：某县,,\n编号,问题表述,牵头单位\n1,路,交通局\n");
        assertThat(headings.lastRow()).isEqualTo(3);
    }

    @Test
    void aMergedTitleAndMergedGroupsOverTwoRowsReadAsOne() {
        Path file = Books.sheet("")
                .merged(
                        texts(1, "整改台账")
                                + texts(2, "编号", "问题表述", "验收时间")
                                + texts(3, null, null, "县级", "市级")
                                + texts(4, "1", "路", "2023.9.5", "2023.10.8"),
                        "A1:D1",
                        "A2:A3",
                        "B2:B3",
                        "C2:D2")
                .in(folder);
        Headings headings = Headings.find(Books.read(file), known());
        assertThat(headings.lastRow()).isEqualTo(3);
        assertThat(headings.columns())
                .extracting(Headings.Column::heading)
                .containsExactly("编号", "问题表述", "验收时间/县级", "验收时间/市级");
        assertThat(indexes(headings.match(NAMES, Set.of(), Map.of())))
                .isEqualTo(Map.of("number", 0, "text", 1, "county", 2, "city", 3));
    }

    @Test
    void groupsSavedAsCsvReadTheSame() {
        Headings headings = find("编号,问题表述,验收时间,,备注\n,,县级,市级,\n1,路,2023.9.5,2023.10.8,无\n");
        assertThat(headings.lastRow()).isEqualTo(2);
        assertThat(indexes(headings.match(NAMES, Set.of(), Map.of())))
                .isEqualTo(Map.of("number", 0, "text", 1, "county", 2, "city", 3));
    }

    @Test
    void theFirstRowOfDataIsNotTakenForASecondRowOfHeadings() {
        assertThat(find("编号,问题表述,,牵头单位\n1,路,坏了,交通局\n").lastRow()).isEqualTo(1);
    }

    @Test
    void missingAndAmbiguousColumnsAreTold() {
        var match = match("编号,序号,牵头单位,奇怪的列\n");
        assertThat(match.missing()).containsExactly("text");
        assertThat(match.ambiguous()).containsOnlyKeys("number");
        assertThat(match.unmatched()).extracting(Headings.Column::heading).containsExactly("奇怪的列");
        assertThat(match.isComplete()).isFalse();
    }

    @Test
    void whatAPersonDecidedEarlierComesFirst() {
        Headings headings = find("编号,序号,牵头单位,奇怪的列\n");
        var match = headings.match(
                NAMES,
                Set.of("number", "text"),
                Map.of("序号", Optional.empty(), "奇怪的列", Optional.of("text"), "牵头单位", Optional.of("due")));
        assertThat(indexes(match)).isEqualTo(Map.of("number", 0, "text", 3, "due", 2));
        assertThat(match.unmatched()).extracting(Headings.Column::heading).containsExactly("序号");
        assertThat(match.isComplete()).isTrue();
    }

    @Test
    void withoutHeadingsNothingIsGuessed() {
        assertThatThrownBy(() -> find("1,路,交通局\n2,水,水利局\n")).hasMessage("exchange.headings.none");
        assertThatThrownBy(() -> Headings.find(List.of(), known())).hasMessage("exchange.headings.empty");
        assertThat(Headings.at(read("甲,乙\n1,2\n"), 1).columns()).hasSize(2);
    }

    @Test
    void aNameForTwoFieldsIsAMistakeOfOurs() {
        Headings headings = find("编号,问题表述\n");
        assertThatThrownBy(() -> headings.match(Map.of("a", List.of("编号"), "b", List.of("编 号")), Set.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private HeadingMatch<String> match(String csv) {
        return find(csv).match(NAMES, Set.of("number", "text"), Map.of());
    }

    private Headings find(String csv) {
        return Headings.find(read(csv), known());
    }

    private List<SheetRow> read(String csv) {
        return Books.read(Books.file(folder, csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static Set<String> known() {
        return NAMES.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    }

    private static Map<String, Integer> indexes(HeadingMatch<String> match) {
        return match.columns().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().index()));
    }
}
