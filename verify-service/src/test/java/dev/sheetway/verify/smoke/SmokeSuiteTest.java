package dev.sheetway.verify.smoke;

import static dev.sheetway.contracts.plan.SmokeAssertion.Scope.HEADER;
import static dev.sheetway.contracts.plan.SmokeAssertion.Scope.ROWS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.check.SmokeReport;
import dev.sheetway.contracts.check.SmokeResult;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.plan.SmokeAssertion;
import dev.sheetway.verify.Plans;
import dev.sheetway.verify.Sheet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmokeSuiteTest {
    private final AtomicLong clock = new AtomicLong();

    private static Sheet sheet() {
        return new Sheet()
                .row("id", "TAG_SPOOL", "DIAM", "Activo", "Total", "Ocupado_Por", "Fecha_Ocupacion", "version")
                .row(1, "MK-1", 2.5, true, "=C2*2", "", "", 0)
                .row("", "MK-2", 4, false, "=C3*2", "MR(93)", 46096, 3)
                .row(3, "", 1, true, "", "", "", "rubbish in a row without a key");
    }

    private SmokeReport run(MigrationPlan plan, String version, Sheet sheet) {
        SmokeSuite suite = new SmokeSuite(plan, version, () -> clock.getAndAdd(1_000_000));
        sheet.scan(suite);
        return suite.report();
    }

    private SmokeResult one(SmokeAssertion.Scope scope, String expression, Sheet sheet) {
        return run(Plans.withSmoke("3.0", new SmokeAssertion("it", scope, expression)), "3.0", sheet)
                .results()
                .getFirst();
    }

    private SmokeResult rows(String expression) {
        return one(ROWS, expression, sheet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "row.version >= 0",
                "row.version == 0 || row.version == 3.0",
                "type(row.version) == int",
                "row.diam > 1",
                "double(row.diam) * 2.0 >= 5.0",
                "row.diam < 5.5",
                "row.ocupadopor == null || row.ocupadopor.matches(\"^[A-Z]{1,3}\\\\(\\\\d+\\\\)$\")",
                "row.ocupadopor == null || type(row.fechaocupacion) in [int, double]",
                "row.Ocupado_Por == null || row[\"Fecha Ocupación\"] > 40000",
                "type(row.activo) == bool",
                "has(row.version) && !has(row.nada)",
                "normalise('Ubicación / N') == 'ubicacionn'",
                "row.tagspool != null && row.id != 'MK'"
            })
    void holdsForEveryRealRow(String expression) {
        assertThat(rows(expression)).isEqualTo(new SmokeResult("it", true, "", 3));
    }

    @Test
    void namesTheRowsForWhichItIsFalse() {
        SmokeResult result = rows("row.version == 0");

        assertThat(result.passed()).isFalse();
        assertThat(result.detail()).isEqualTo("1 of 2 real rows: rows 3; row 3: false");
    }

    @Test
    void textThatLooksLikeTheNumberIsNotTheNumber() {
        SmokeResult result =
                one(ROWS, "row.version == 0", sheet().set(1, 7, "0").set(2, 7, 0));

        assertThat(result.detail()).isEqualTo("1 of 2 real rows: rows 2; row 2: false");
    }

    @Test
    void anErrorOfEvaluationFailsWithTheRowAndWithoutTheValue() {
        SmokeResult result = one(ROWS, "row.version >= 0", sheet().set(2, 7, "secret"));

        assertThat(result.passed()).isFalse();
        assertThat(result.detail())
                .isEqualTo(
                        "1 of 2 real rows: rows 3; row 3: cannot be evaluated: an operator does not take such types");
    }

    @Test
    void aValueThatCannotBeConvertedIsNotQuoted() {
        SmokeResult result = one(ROWS, "int(row.tagspool) > 0", sheet());

        assertThat(result.detail())
                .isEqualTo("2 of 2 real rows: rows 2, 3; row 2: cannot be evaluated: a value cannot be converted");
    }

    @Test
    void aColumnThatIsNotThereFails() {
        assertThat(rows("row.nada == null").detail()).contains("no such column");
    }

    @Test
    void aFormulaHasNoValueHereAndIsNeverComparedAsText() {
        SmokeResult result = rows("row.total != 0");

        assertThat(result.passed()).isFalse();
        assertThat(result.detail()).endsWith("row 2: column \"total\" holds a formula, whose result is not read");
    }

    @Test
    void anExpressionThatDoesNotCompileFailsWithItsPosition() {
        SmokeResult result = rows("row.version ==");

        assertThat(result.passed()).isFalse();
        assertThat(result.detail()).startsWith("does not compile: line 1, column 15: ");
    }

    @Test
    void anUnknownVariableFailsWithItsPosition() {
        assertThat(rows("true && rwo.version == 0").detail())
                .startsWith("does not compile: line 1, column 9: undeclared reference to 'rwo'");
    }

    @Test
    void anExpressionThatIsNoTruthValueFails() {
        assertThat(rows("1 + 1").detail()).isEqualTo("does not compile: the expression yields int: expected bool");
        assertThat(rows("row.tagspool").detail()).endsWith("row 2: no truth value");
    }

    @Test
    void anAssertionOverNoRealRowsFails() {
        Sheet headerAlone = new Sheet().row("TAG_SPOOL", "version");

        assertThat(one(ROWS, "row.version == 0", headerAlone).detail()).isEqualTo("no real rows: nothing was tested");
        assertThat(one(HEADER, "rows == 0", headerAlone).passed()).isTrue();
    }

    @Test
    void theHeaderScopeSeesTextsColumnsAndRealRows() {
        assertThat(one(HEADER, "columns == 8 && rows == 2 && header[1] == \"TAG_SPOOL\"", sheet())
                        .passed())
                .isTrue();
        assertThat(one(HEADER, "columns == 9", sheet()).detail()).isEqualTo("false");
    }

    @Test
    void withoutASuiteThePlanItselfIsTested() {
        SmokeReport report = run(Plans.zeues(), "3.0", sheet());

        assertThat(report.success()).isTrue();
        assertThat(report.results())
                .extracting(SmokeResult::name)
                .containsExactly(
                        "header_is_not_empty",
                        "TAG_SPOOL_in_header",
                        "Ocupado_Por_in_header",
                        "Ocupado_Por_is_text_or_blank",
                        "Ocupado_Por_matches_pattern_or_blank",
                        "Fecha_Ocupacion_in_header",
                        "Fecha_Ocupacion_is_date_or_blank",
                        "version_in_header",
                        "version_is_integer_or_blank");
    }

    @Test
    void derivedAssertionsFindTextInANumberColumnAndAMissingColumn() {
        SmokeReport report = run(Plans.zeues(), "3.0", sheet().set(1, 7, "0").set(0, 5, "Otro"));

        assertThat(report.results())
                .filteredOn(result -> !result.passed())
                .extracting(SmokeResult::name)
                .containsExactly(
                        "Ocupado_Por_in_header",
                        "Ocupado_Por_is_text_or_blank",
                        "Ocupado_Por_matches_pattern_or_blank",
                        "version_is_integer_or_blank");
    }

    @Test
    void derivedAssertionsOfTheOldVersionFindAColumnThatIsStillThere() {
        Sheet old = new Sheet().row("TAG_SPOOL", "Revisión").row("MK-1", 1);
        assertThat(run(Plans.zeues(), "2.1", old).success()).isTrue();

        SmokeReport report = run(Plans.zeues(), "2.1", old.copy().set(0, 2, "VER SION"));

        assertThat(report.results())
                .filteredOn(result -> !result.passed())
                .extracting(SmokeResult::name)
                .containsExactly("version_not_in_header");
    }

    @Test
    void aVersionThatThePlanDoesNotKnowFails() {
        assertThat(run(Plans.zeues(), "9.9", sheet()).results())
                .filteredOn(result -> !result.passed())
                .extracting(SmokeResult::name)
                .containsExactly("plan_knows_version_9.9");
    }
}
