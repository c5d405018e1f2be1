package dev.sheetway.verify.checks;

import static dev.sheetway.verify.checks.Bench.check;
import static dev.sheetway.verify.checks.Bench.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.check.Check;
import dev.sheetway.contracts.check.Difference;
import dev.sheetway.contracts.plan.ColumnType;
import dev.sheetway.verify.Plans;
import dev.sheetway.verify.Sheet;
import dev.sheetway.workspace.CellContent;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each check fails by its own planted defect, and no other check does. */
class SevenChecksTest {
    private final Bench bench = Bench.zeues(200);

    @Test
    void allSevenPassInTheirOrderRightAfterExpand() {
        Verdict verdict = bench.migration();

        assertThat(verdict).isInstanceOf(Verdict.Passed.class);
        assertThat(verdict.report().checks())
                .extracting(Check::id)
                .containsExactly(
                        "column_count",
                        "new_headers",
                        "initial_values",
                        "new_columns_blank",
                        "existing_data_intact",
                        "column_mapping",
                        "formats_and_formulas");
        assertThat(verdict.report().checks()).allMatch(check -> check.differencesTotal() == 0);
    }

    @Test
    void columnCountFailsWhenOneOfTwoColumnsOfTheSameNameIsGone() {
        Sheet old = bench.old().copy().insertColumn(5, "Notas");
        Sheet live = bench.live().copy();
        Bench doubled = new Bench(Plans.zeues(), old, live);
        doubled.anchors().addAll(bench.anchors());

        Verdict verdict = doubled.migration();

        assertThat(failed(verdict)).containsExactly("column_count");
        assertThat(check(verdict, "column_count").expected()).isEqualTo("9 headers: 6 old and 3 of the plan");
        assertThat(check(verdict, "column_count").actual()).isEqualTo("8 headers");
        assertThat(check(verdict, "existing_data_intact").differences())
                .containsExactly(new Difference(0, "Notas", "column-deleted"));
    }

    @Test
    void otherPeoplesColumnsAreReportedNotFailed() {
        bench.live().insertColumn(2, "MatSys", "x");
        bench.anchors().replaceAll(anchor -> new Anchor(anchor.id(), anchor.column() + 1, anchor.name()));

        Verdict verdict = bench.migration();

        assertThat(failed(verdict)).isEmpty();
        assertThat(check(verdict, "column_count").actual()).isEqualTo("9 headers, 1 of other people");
        assertThat(check(verdict, "column_count").differences())
                .containsExactly(new Difference(1, "MatSys", "extra-column"));
        assertThat(check(verdict, "existing_data_intact").differencesTotal()).isZero();
    }

    @Test
    void newHeadersFailsOnASecondColumnThatNormalisesToTheSameName() {
        bench.live().insertColumn(8, "VER SIÓN");

        Verdict verdict = bench.migration();

        assertThat(failed(verdict)).containsExactly("new_headers");
        assertThat(check(verdict, "new_headers").differences())
                .containsExactly(new Difference(1, "version", "duplicate"));
    }

    @Test
    void newHeadersFailsOnAMissingAnchor() {
        bench.anchors().removeLast();

        Verdict verdict = bench.migration();

        assertThat(failed(verdict)).containsExactly("new_headers");
        assertThat(check(verdict, "new_headers").differences())
                .containsExactly(new Difference(1, "version", "not-anchored"));
    }

    @Test
    void newHeadersFailsOnAnotherOrder() {
        bench.live().moveColumn(7, 5);
        bench.anchors().clear();
        bench.anchors().add(new Anchor(1, 5, "version"));
        bench.anchors().add(new Anchor(2, 6, "ocupadopor"));
        bench.anchors().add(new Anchor(3, 7, "fechaocupacion"));

        Verdict verdict = bench.migration();

        assertThat(failed(verdict)).containsExactly("new_headers");
        assertThat(check(verdict, "new_headers").differences())
                .containsExactly(new Difference(1, "version", "out-of-order"));
    }

    @Test
    void aRenamedNewHeaderFailsWhatDependsOnTheNameAloneBecauseItsAnchorIsFollowed() {
        bench.live().set(0, 7, "revisión");

        Verdict verdict = bench.migration();

        assertThat(failed(verdict)).containsExactly("new_headers", "column_mapping");
        assertThat(check(verdict, "column_count").differences()).isEmpty();
    }

    @Test
    void initialValuesFailsOnTextAndNamesTheRow() {
        bench.live().set(41, 7, Bench.version("0"));

        Verdict verdict = bench.migration();

        assertThat(failed(verdict)).containsExactly("initial_values");
        assertThat(check(verdict, "initial_values").differences())
                .containsExactly(new Difference(42, "version", "not-a-number"));
        assertThat(check(verdict, "initial_values").actual()).isEqualTo("199 of 200 cells as planned");
    }

    @Test
    void initialValuesFailsOnBlankOnAnotherNumberOnABooleanAndOnAFormula() {
        bench.live().set(1, 7, Bench.version("")).set(2, 7, Bench.version(1)).set(3, 7, Bench.version(false));
        bench.live().set(4, 7, Bench.version("=0"));

        assertThat(check(bench.migration(), "initial_values").differences())
                .containsExactly(
                        new Difference(2, "version", "blank"),
                        new Difference(3, "version", "wrong-value"),
                        new Difference(4, "version", "not-a-number"),
                        new Difference(5, "version", "formula"));
    }

    @Test
    void aRowThatAppearedSinceTheBackupHasNoInitialValueYet() {
        bench.live().row(200, "MK-late", 1, "", "", Bench.holder("MR(93)"), Bench.since(""), "");

        Verdict verdict = bench.migration();

        assertThat(failed(verdict)).isEmpty();
        assertThat(check(verdict, "existing_data_intact").differences())
                .containsExactly(new Difference(202, "TAG_SPOOL", "row-inserted"));
        assertThat(check(verdict, "new_columns_blank").differences()).isEmpty();
    }

    @Test
    void newColumnsBlankFailsWhenMoreThanOnePerCentOfTheRowsAreFilled() {
        bench.live().set(10, 5, Bench.holder("MR(93)")).set(11, 5, Bench.holder("MR(93)"));
        Verdict bearable = bench.migration();
        assertThat(failed(bearable)).isEmpty();
        assertThat(check(bearable, "new_columns_blank").differences())
                .containsExactly(
                        new Difference(11, "Ocupado_Por", "edited-meanwhile"),
                        new Difference(12, "Ocupado_Por", "edited-meanwhile"));

        bench.live().set(12, 5, Bench.holder("MR(93)"));

        assertThat(failed(bench.migration())).containsExactly("new_columns_blank");
    }

    @Test
    void existingDataIntactFailsWhenARowWithAKeyVanished() {
        bench.live().deleteRow(50);

        Verdict verdict = bench.migration();

        assertThat(failed(verdict)).containsExactly("existing_data_intact");
        assertThat(check(verdict, "existing_data_intact").differences())
                .containsExactly(new Difference(51, "TAG_SPOOL", "vanished"));
    }

    @Test
    void existingDataIntactFailsWhenAKeyWasCleared() {
        bench.live().set(50, 1, "");

        Verdict verdict = bench.migration();

        assertThat(failed(verdict)).containsExactly("existing_data_intact");
        assertThat(check(verdict, "existing_data_intact").differences())
                .contains(new Difference(51, "TAG_SPOOL", "key-cleared"));
    }

    @Test
    void aFormulaThatBecameAnErrorFailsBothChecksThatLookAtErrors() {
        bench.live().set(50, 3, Sheet.failing("=C51*2", "REF"));

        Verdict verdict = bench.migration();

        assertThat(failed(verdict)).containsExactly("existing_data_intact", "formats_and_formulas");
        assertThat(check(verdict, "existing_data_intact").differences())
                .containsExactly(new Difference(51, "Total", "formula-became-error"));
        assertThat(check(verdict, "existing_data_intact").actual())
                .isEqualTo("0 cells edited meanwhile, 1 differences that must not be");
    }

    @Test
    void anErrorThatStoodThereBeforeIsNoNewOne() {
        bench.old().set(50, 3, Sheet.failing("=C51*2", "N_A"));
        bench.live().set(50, 3, Sheet.failing("=C51*2", "N_A"));
        bench.live().set(51, 3, "=C52*3");

        assertThat(failed(bench.migration())).isEmpty();

        bench.live().set(50, 3, Sheet.failing("=C51*2", "REF"));
        assertThat(failed(bench.migration())).containsExactly("existing_data_intact", "formats_and_formulas");
    }

    @Test
    void columnMappingFailsWhenSomebodyRenamedAnOldHeader() {
        bench.live().set(0, 2, "Diámetro exterior");

        Verdict verdict = bench.migration();

        assertThat(failed(verdict)).containsExactly("column_mapping");
        assertThat(check(verdict, "column_mapping").differences())
                .containsExactly(new Difference(0, "DIAM", "unresolved"));
        assertThat(check(verdict, "existing_data_intact").differences())
                .containsExactly(new Difference(1, "Diámetro exterior", "header-edited"));
    }

    @Test
    void aRenamedKeyHeaderStillTellsRealRows() {
        bench.live().set(0, 1, "Etiqueta").set(41, 7, Bench.version("0"));

        assertThat(failed(bench.migration())).containsExactly("initial_values", "column_mapping");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NUMBER", "none"})
    void formatsFailsWhenADateColumnIsNotFormattedAsOne(String type) {
        Object wrong = type.equals("none") ? "" : Sheet.formatted("", type, "0");
        bench.live().set(30, 6, wrong);

        Verdict verdict = bench.migration();

        assertThat(failed(verdict)).containsExactly("formats_and_formulas");
        assertThat(check(verdict, "formats_and_formulas").differences())
                .containsExactly(new Difference(31, "Fecha_Ocupacion", "wrong-format"));
    }

    @Test
    void formatsFailsOnAnotherDatePatternOnADateFormatOnANumberAndOnAMissingRule() {
        bench.live().set(30, 6, Sheet.formatted("", "DATE", "dd-mm-yyyy"));
        bench.live().set(31, 7, Sheet.formatted(0, "DATE", "yyyy-mm-dd"));
        bench.live().set(32, 5, Sheet.formatted("", "TEXT", "@"));

        assertThat(check(bench.migration(), "formats_and_formulas").differences())
                .containsExactly(
                        new Difference(31, "Fecha_Ocupacion", "wrong-format"),
                        new Difference(32, "version", "wrong-format"),
                        new Difference(33, "Ocupado_Por", "wrong-validation"));
    }

    @Test
    void formulasFailsOnANewErrorWhereThereWasNone() {
        bench.live().set(30, 4, Sheet.failing("=X1/0", "DIVIDE_BY_ZERO"));

        Verdict verdict = bench.migration();

        assertThat(failed(verdict)).containsExactly("formats_and_formulas");
        assertThat(check(verdict, "formats_and_formulas").differences())
                .containsExactly(new Difference(31, "Notas", "new-error"));
    }

    @Test
    void moreThanOnePerCentOfEditedCellsIsForAPerson() {
        for (int row = 1; row <= 9; row++) {
            bench.live().set(row, 2, 1_000 + row);
        }

        Verdict verdict = bench.migration();

        assertThat(verdict).isInstanceOfSatisfying(Verdict.TooManyEdits.class, edits -> assertThat(edits.editedCells())
                .isEqualTo(9));
        assertThat(failed(verdict)).containsExactly("existing_data_intact");
    }

    @Test
    void editsThatSomebodyAcceptedPassAndAreListedWithWhoDid() {
        for (int row = 1; row <= 9; row++) {
            bench.live().set(row, 2, 1_000 + row);
        }

        Verdict verdict = bench.accepting("ana").migration();

        assertThat(verdict).isInstanceOf(Verdict.Passed.class);
        assertThat(check(verdict, "existing_data_intact").differencesTotal()).isEqualTo(9);
        assertThat(check(verdict, "existing_data_intact").expected())
                .contains("any number edited meanwhile: accepted by ana at 2026-03-01T18:00:00Z");
    }

    @Test
    void whoAcceptsEditsDoesNotAcceptAFormulaThatBecameAnError() {
        for (int row = 1; row <= 9; row++) {
            bench.live().set(row, 2, 1_000 + row);
        }
        bench.live().set(20, 3, Sheet.failing("=#REF!*2", "REF"));

        Verdict verdict = bench.accepting("ana").migration();

        assertThat(verdict).isInstanceOf(Verdict.Failed.class);
        assertThat(failed(verdict)).contains("existing_data_intact");
    }

    @Test
    void withEditsAcceptedAnotherCheckThatFailsIsAFailureAndNoSecondQuestion() {
        for (int row = 1; row <= 9; row++) {
            bench.live().set(row, 2, 1_000 + row);
        }
        bench.anchors().removeLast();

        Verdict verdict = bench.accepting("ana").migration();

        assertThat(verdict).isInstanceOf(Verdict.Failed.class);
        assertThat(failed(verdict)).doesNotContain("existing_data_intact").isNotEmpty();
    }

    @Test
    void whoAcceptsEditsDoesNotAcceptThatKeyRowsVanished() {
        for (int row = 1; row <= 9; row++) {
            bench.live().set(row, 2, 1_000 + row);
        }
        for (int column = 0; column < 5; column++) {
            bench.live().set(40, column, "");
        }

        Verdict verdict = bench.accepting("ana").migration();

        assertThat(verdict).isInstanceOf(Verdict.Failed.class);
        assertThat(failed(verdict)).contains("existing_data_intact");
    }

    @Test
    void editsBelowThatAreListedByRowAndColumnAndPassed() {
        bench.live().set(5, 2, 99).set(6, 4, "").set(7, 4, "neu").set(8, 1, "MK-otra");

        Verdict verdict = bench.migration();

        assertThat(failed(verdict)).isEmpty();
        assertThat(check(verdict, "existing_data_intact").differences())
                .containsExactlyInAnyOrder(
                        new Difference(6, "DIAM", "edited"),
                        new Difference(7, "Notas", "cleared"),
                        new Difference(8, "Notas", "filled"),
                        new Difference(9, "TAG_SPOOL", "edited"));
    }

    @Test
    void anAdoptedColumnMayHoldAnythingOfItsTypeAndPeopleMayChangeIt() {
        Sheet old = new Sheet().row("TAG_SPOOL", "version");
        for (int i = 0; i < 300; i++) {
            old.row("MK-" + i, i % 2 == 0 ? i : "");
        }
        Bench adopted = new Bench(
                Plans.plan(
                        Optional.of("TAG_SPOOL"),
                        Map.of(),
                        Plans.column("Version", ColumnType.INTEGER)
                                .initial(new dev.sheetway.contracts.plan.Literal.Number(0))
                                .adopt()
                                .build()),
                old,
                old.copy());
        adopted.anchors().add(new Anchor(1, 1, "version"));
        assertThat(failed(adopted.migration())).isEmpty();

        adopted.live().set(1, 1, 77).set(2, 1, 0);

        Verdict verdict = adopted.migration();
        assertThat(failed(verdict)).isEmpty();
        assertThat(check(verdict, "existing_data_intact").differences())
                .containsExactly(new Difference(2, "version", "edited"));

        adopted.live().set(1, 1, 0).set(2, 1, 5).set(3, 1, new CellContent.Text("2"));
        verdict = adopted.migration();
        assertThat(failed(verdict)).containsExactly("initial_values");
        assertThat(check(verdict, "existing_data_intact").differences())
                .containsExactlyInAnyOrder(
                        new Difference(3, "version", "filled"), new Difference(4, "version", "edited"));
    }

    @Test
    void theInitialValuesThatAnAdoptedColumnGotAreNoEditsOfPeople() {
        Sheet old = new Sheet().row("TAG_SPOOL", "version");
        for (int i = 0; i < 300; i++) {
            old.row("MK-" + i, "");
        }
        Bench adopted = new Bench(
                Plans.plan(
                        Optional.of("TAG_SPOOL"),
                        Map.of(),
                        Plans.column("version", ColumnType.INTEGER)
                                .initial(new dev.sheetway.contracts.plan.Literal.Number(0))
                                .build()),
                old,
                old.copy());
        adopted.anchors().add(new Anchor(1, 1, "version"));
        for (int i = 1; i <= 300; i++) {
            adopted.live().set(i, 1, 0);
        }

        assertThat(failed(adopted.migration())).isEmpty();
        assertThat(check(adopted.migration(), "existing_data_intact").differences())
                .isEmpty();
        assertThat(failed(adopted.rollback())).isEmpty();
        assertThat(check(adopted.rollback(), "existing_data_intact").differences())
                .isEmpty();
    }
}
