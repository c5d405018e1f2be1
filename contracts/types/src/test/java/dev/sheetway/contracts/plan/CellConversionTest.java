package dev.sheetway.contracts.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellConversionTest {

    private static ConvertColumn to(ColumnType type) {
        return new ConvertColumn(
                "a", type, Optional.empty(), ConvertColumn.DateOrder.DAY_FIRST, ConvertColumn.DecimalMark.POINT);
    }

    private static Optional<Literal> convert(Literal cell, ColumnType type) {
        return CellConversion.convert(cell, false, to(type));
    }

    @ParameterizedTest
    @CsvSource({
        "20-01-2026, 46042",
        "20/01/2026, 46042",
        "20/1/26, 46042",
        "2026-01-20, 46042",
        "20-ene-2026, 46042",
        "20-Jan-2026, 46042",
        "13-05-2026, 46155",
        "15-03-2026, 46096",
        "' 20-01-2026 ', 46042"
    })
    void readsEveryDateFormatOfTheProductionSheet(String text, double serial) {
        assertThat(convert(new Literal.Text(text), ColumnType.DATE)).contains(new Literal.Number(serial));
    }

    @Test
    void readsATimeOfDayAsAFractionOrNotAtAll() {
        Literal text = new Literal.Text("13-05-2026 12:00:00");

        assertThat(convert(text, ColumnType.DATETIME)).contains(new Literal.Number(46155.5));
        assertThat(convert(text, ColumnType.DATE)).isEmpty();
        assertThat(convert(new Literal.Number(46155.4818), ColumnType.DATE)).isEmpty();
    }

    @Test
    void readsTheMonthFirstWhenThePlanSaysSo() {
        ConvertColumn american = new ConvertColumn(
                "a",
                ColumnType.DATE,
                Optional.empty(),
                ConvertColumn.DateOrder.MONTH_FIRST,
                ConvertColumn.DecimalMark.POINT);

        assertThat(CellConversion.convert(new Literal.Text("01/20/2026"), false, american))
                .contains(new Literal.Number(46042));
        assertThat(CellConversion.convert(new Literal.Text("20/01/2026"), false, american))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31-02-2026",
                "29-02-2025",
                "20-01/2026",
                "ayer",
                "-",
                "46042",
                "20-xyz-2026",
                "1-2",
                "0-0-0",
                "20-01-0026",
                "0206-01-20",
                "20-01-3026",
                "20-ene-1026"
            })
    void refusesWhatIsNoDay(String text) {
        assertThat(convert(new Literal.Text(text), ColumnType.DATE)).isEmpty();
    }

    @Test
    void keepsASerialAndRefusesACountThatWouldShowAsADayOf1900() {
        assertThat(convert(new Literal.Number(46096), ColumnType.DATE)).contains(new Literal.Number(46096));
        assertThat(convert(new Literal.Number(4), ColumnType.DATE)).isEmpty();
        assertThat(convert(new Literal.Bool(true), ColumnType.DATE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "-12, -12", "0, 0"})
    void readsWholeNumbers(String text, double value) {
        assertThat(convert(new Literal.Text(text), ColumnType.INTEGER)).contains(new Literal.Number(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"007", "1,5", "1e3", "12345678901234567890", "", "12x"})
    void refusesANumberThatWouldLoseSomething(String text) {
        assertThat(convert(new Literal.Text(text), ColumnType.NUMBER)).isEmpty();
        assertThat(convert(new Literal.Text(text), ColumnType.INTEGER)).isEmpty();
    }

    @Test
    void readsADecimalCommaOnlyWhenThePlanSaysSo() {
        ConvertColumn comma = new ConvertColumn(
                "a",
                ColumnType.NUMBER,
                Optional.empty(),
                ConvertColumn.DateOrder.DAY_FIRST,
                ConvertColumn.DecimalMark.COMMA);

        assertThat(CellConversion.convert(new Literal.Text("12,5"), false, comma))
                .contains(new Literal.Number(12.5));
        assertThat(CellConversion.convert(new Literal.Text("1.250,5"), false, comma))
                .isEmpty();
        assertThat(convert(new Literal.Text("12.5"), ColumnType.NUMBER)).contains(new Literal.Number(12.5));
        assertThat(convert(new Literal.Text("12.5"), ColumnType.INTEGER)).isEmpty();
    }

    @Test
    void makesTextOfWholeNumbersButNotOfDays() {
        assertThat(convert(new Literal.Number(25238), ColumnType.TEXT)).contains(new Literal.Text("25238"));
        assertThat(convert(new Literal.Number(0.5), ColumnType.TEXT)).isEmpty();
        assertThat(CellConversion.convert(new Literal.Number(46042), true, to(ColumnType.TEXT)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "7, NUMBER, 0000, 0007",
        "-7, NUMBER, 000, -007",
        "12345, NUMBER, 0000, 12345",
        "7, NUMBER, 0, 7",
        "7, NUMBER, General, 7",
        "7, TEXT, @, 7",
        "7, '', '', 7"
    })
    void makesTheTextThatPeopleSee(double number, String type, String pattern, String text) {
        assertThat(CellConversion.convert(new Literal.Number(number), type, pattern, to(ColumnType.TEXT)))
                .contains(new Literal.Text(text));
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER, '#,##0.00'",
        "NUMBER, ''",
        "PERCENT, 0%",
        "CURRENCY, $0",
        "NUMBER, '\"N-\"0'",
        "SCIENTIFIC, 0E+0"
    })
    void refusesAFormatThatShowsMoreThanDigits(String type, String pattern) {
        assertThat(CellConversion.convert(new Literal.Number(7), type, pattern, to(ColumnType.TEXT)))
                .isEmpty();
    }

    @Test
    void readsTruthValues() {
        assertThat(convert(new Literal.Text("TRUE"), ColumnType.BOOLEAN)).contains(new Literal.Bool(true));
        assertThat(convert(new Literal.Text("si"), ColumnType.BOOLEAN)).isEmpty();
        assertThat(convert(new Literal.Number(1), ColumnType.BOOLEAN)).isEmpty();
    }
}
