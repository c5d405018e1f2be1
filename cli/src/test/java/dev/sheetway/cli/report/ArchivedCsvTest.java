package dev.sheetway.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivedCsvTest {
    private static final String HEADER = "archive_tab,archive_cell,row,key,header,shown,entered,kind,is_initial\r\n";

    @Test
    void hasOneLineForEachCellWithItsRowKeyAndPlaceInTheArchive() {
        String csv = ArchivedCsv.of(new ArchivedTab(
                "sheetway_archive_1",
                5,
                List.of(
                        new ArchivedCell(9, 1, "MK-7", "Ocupado_Por", "MR(93)", "MR(93)", "text", false),
                        new ArchivedCell(9, 2, "MK-7", "Fecha_Ocupacion", "2026-11-26", "46352", "number", false),
                        new ArchivedCell(9, 3, "MK-7", "version", "0", "0", "number", true))));

        assertThat(csv)
                .isEqualTo(HEADER + "sheetway_archive_1,B9,9,MK-7,Ocupado_Por,MR(93),MR(93),text,no\r\n"
                        + "sheetway_archive_1,C9,9,MK-7,Fecha_Ocupacion,2026-11-26,46352,number,no\r\n"
                        + "sheetway_archive_1,D9,9,MK-7,version,0,0,number,yes\r\n");
    }

    @Test
    void quotesCommasQuotesAndLineBreaks() {
        assertThat(line("a,b", "say \"hi\"\nyes"))
                .isEqualTo("t,B2,2,\"a,b\",h,\"say \"\"hi\"\"\nyes\",\"say \"\"hi\"\"\nyes\",text,no\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "'=1", "\uFF1D1"})
    void nothingRunsWhenASpreadsheetProgramOpensIt(String text) {
        String quoted = text.matches("(?s).*[\",\r\n].*") ? "\"'" + text.replace("\"", "\"\"") + "\"" : "'" + text;

        assertThat(line(text, text)).isEqualTo("t,B2,2," + quoted + ",h," + quoted + "," + quoted + ",text,no\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "x;=HYPERLINK(1)|x;'=HYPERLINK(1)",
                "x; \"=1|x;' \"=1",
                "`\t=1`|`'\t'=1`",
                "`a\n-1`|`a\n'-1`",
                "a;b|a;b",
                "MR(93)|MR(93)",
                "a=b|a=b"
            })
    void norWhereASemicolonEndsAField(String text, String harmless) {
        String field = harmless.matches("(?s).*[\",\r\n].*") ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;

        assertThat(line("k", text)).isEqualTo("t,B2,2,k,h," + field + "," + field + ",text,no\r\n");
    }

    @Test
    void aNegativeNumberIsANumber() {
        assertThat(ArchivedCsv.of(
                        new ArchivedTab("t", 5, List.of(new ArchivedCell(2, 1, "", "h", "-5", "-5", "number", false)))))
                .isEqualTo(HEADER + "t,B2,2,,h,'-5,-5,number,no\r\n");
    }

    private static String line(String key, String text) {
        return ArchivedCsv.of(
                        new ArchivedTab("t", 5, List.of(new ArchivedCell(2, 1, key, "h", text, text, "text", false))))
                .substring(HEADER.length());
    }
}
