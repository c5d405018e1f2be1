package dev.sheetway.emulator.a1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class A1NotationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    Sheet1!A1:B2      | Sheet1 | 0..1 | 0..1
                    Sheet1!B2         | Sheet1 | 1..1 | 1..1
                    'Sheet1'!D4:A1    | Sheet1 | 0..3 | 0..3
                    'My Tab'!$A$1:$C1 | My Tab | 0..0 | 0..2
                    'It''s'!A1        | It's   | 0..0 | 0..0
                    a1:b2             | null   | 0..1 | 0..1
                    Sheet1!A:C        | Sheet1 | *    | 0..2
                    Sheet1!C:A        | Sheet1 | *    | 0..2
                    Sheet1!2:5        | Sheet1 | 1..4 | *
                    Sheet1!A1:A       | Sheet1 | 0..* | 0..0
                    Sheet1!A5:C       | Sheet1 | 4..* | 0..2
                    Sheet1!A1:1       | Sheet1 | 0..0 | 0..*
                    Sheet1!R2C3:R4C5  | Sheet1 | 1..3 | 2..4
                    'D3'              | D3     | *    | *
                    ZZZ18278          | null   | 18277..18277 | 18277..18277
                    """)
    void parsesEveryFormOfRange(String text, String title, String rows, String columns) {
        A1Range range = A1Parser.parse(text).orElseThrow();

        assertThat(String.valueOf(range.title())).isEqualTo(title);
        assertThat(span(range.startRow(), range.endRow())).isEqualTo(rows);
        assertThat(span(range.startColumn(), range.endColumn())).isEqualTo(columns);
        assertThat(range.name()).isNull();
    }

    private static String span(Integer start, Integer end) {
        return start == null && end == null ? "*" : start + ".." + (end == null ? "*" : end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "!A1", "Sheet1!A1:B2:C3", "'Sheet1'![['1', '2']]", "Sheet1!0A", "Sheet1!:", "Sheet1!A1 "})
    void refusesWhatIsNoRange(String text) {
        assertThat(A1Parser.parse(text)).isEmpty();
    }

    @Test
    void takesABareWordForAName() {
        assertThat(A1Parser.parse("Sheet1").orElseThrow().name()).isEqualTo("Sheet1");
        assertThat(A1Parser.parse("'Sheet1'!NamedRange").orElseThrow().name()).isEqualTo("NamedRange");
        assertThat(A1Parser.parse("Hoja de cálculo").orElseThrow().name()).isEqualTo("Hoja de cálculo");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    Sheet1, Sheet1
                    Sheet_1, Sheet_1
                    x.y, x.y
                    TRUE, TRUE
                    Sales2, Sales2
                    My Tab, 'My Tab'
                    D3, 'D3'
                    A1, 'A1'
                    ABC1234, 'ABC1234'
                    R1C1, 'R1C1'
                    2026, '2026'
                    a-b, 'a-b'
                    It's, 'It''s'
                    평가, '평가'
                    Operación, 'Operación'
                    """)
    void quotesTitlesAsGooglePrintsThem(String title, String printed) {
        assertThat(SheetTitles.quoted(title)).isEqualTo(printed);
    }

    @Test
    void printsASingleCellWithoutAColon() {
        assertThat(new Area(0, 1, 26, 27).print("Sheet1")).isEqualTo("Sheet1!AA1");
        assertThat(new Area(0, 1000, 0, 26).print("Sheet1")).isEqualTo("Sheet1!A1:Z1000");
    }

    @Test
    void namesColumnsBothWays() {
        for (int index : new int[] {0, 25, 26, 51, 52, 701, 702, 18_277}) {
            assertThat(ColumnNames.indexOf(ColumnNames.of(index))).isEqualTo(index);
        }
        assertThat(ColumnNames.of(18_277)).isEqualTo("ZZZ");
        assertThat(ColumnNames.of(62)).isEqualTo("BK");
    }
}
