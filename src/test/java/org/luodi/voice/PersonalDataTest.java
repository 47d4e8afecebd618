package org.luodi.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luodi.voice.PersonalData.Kind;

/** What tells who somebody is, in the spellings people use; numbers that tell nothing stay. */
class PersonalDataTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "请打13812345678找我 | PHONE | 13812345678",
                "电话 138 1234 5678。 | PHONE | 138 1234 5678",
                "手机138-1234-5678 | PHONE | 138-1234-5678",
                "１３８１２３４５６７８ | PHONE | １３８１２３４５６７８",
                "+86 13812345678 | PHONE | +86 13812345678",
                "座机010-62345678 | PHONE | 010-62345678",
                "座机０７５５—２６５４３２１０ | PHONE | ０７５５—２６５４３２１０",
                "身份证11010519491231002X | IDENTITY | 11010519491231002X",
                "身份证１１０１０５１９４９１２３１００２ｘ | IDENTITY | １１０１０５１９４９１２３１００２ｘ",
                "老身份证110105491231002 | IDENTITY | 110105491231002",
                "卡号6222 0212 3456 7894 | BANK_CARD | 6222 0212 3456 7894",
                "写信到li.si@example.com谢谢 | MAIL | li.si@example.com",
                "13812345678 13987654321 | PHONE | 13812345678",
            })
    void itIsFound(String text, Kind kind, String place) {
        PersonalData.Found found = PersonalData.in(text).get(0);
        assertThat(found.kind()).isEqualTo(kind);
        assertThat(text.substring(found.from(), found.to())).isEqualTo(place);
        assertThat(PersonalData.masked(text)).doesNotContain(place).hasSameSizeAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "路灯坏了三个月",
                "2026年11月24日下午3点",
                "欠薪1200000元，涉及35人",
                "文件〔2023〕15号第3条",
                "身份证号110105194912310021写错了一位",
                "门牌 12-3-456",
                "编号 LD2026-000123",
            })
    void whatTellsNothingStays(String text) {
        assertThat(PersonalData.in(text)).isEmpty();
        assertThat(PersonalData.masked(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 100_000, 1_000_000})
    void aLongTextCostsNoMoreThanItsLength(int length) {
        long began = System.nanoTime();
        PersonalData.in("1 ".repeat(length / 2));
        PersonalData.in("a".repeat(length) + "@");
        assertThat((System.nanoTime() - began) / 1_000_000).isLessThan(8_000);
    }
}
