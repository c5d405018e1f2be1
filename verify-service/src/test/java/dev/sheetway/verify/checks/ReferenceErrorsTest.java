package dev.sheetway.verify.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.check.Difference;
import dev.sheetway.verify.Sheet;
import dev.sheetway.workspace.GridArea;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferenceErrorsTest {
    private static final Sheet ONE = new Sheet().row("a", "=A1").row(1, Sheet.failing("=#REF!", "REF"));
    private static final Sheet TWO = ONE.copy().row("", "", Sheet.failing("=SUM(#REF!)", "REF"));

    private static ReferenceErrors in(Sheet sheet, int sheetId) {
        ReferenceErrors errors = new ReferenceErrors();
        sheet.scan(new GridArea(sheetId, 0, sheet.height(), 0, sheet.width()), errors);
        return errors;
    }

    @Test
    void asManyAsBeforeAreNoNewOnesWhereverTheyStand() {
        Sheet moved = ONE.copy().insertRow(0, "neu");

        assertThat(in(moved, 5).beyond(in(ONE, 5), Map.of(5, "Resumen")).isEmpty())
                .isTrue();
    }

    @Test
    void moreThanBeforeAreListedByTabRowAndLetter() {
        assertThat(in(TWO, 5).beyond(in(ONE, 5), Map.of(5, "Resumen")).first())
                .containsExactly(
                        new Difference(2, "Resumen!B", "new-reference-error"),
                        new Difference(3, "Resumen!C", "new-reference-error"));
    }

    @Test
    void tabsThatTheBackupDoesNotHaveDoNotCount() {
        assertThat(in(TWO, 6).beyond(in(ONE, 5), Map.of(5, "Resumen")).isEmpty())
                .isTrue();
    }
}
