package dev.sheetway.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.backup.planner.TabDigests;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.StepResult.ColumnDigest;
import dev.sheetway.workspace.BackupDrive;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.Workbook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A copy whose formulas show errors that those of the original did not show. */
class CopyProofTest {
    private static final SpreadsheetId SHEET = new SpreadsheetId("sheet-1");

    private final InMemoryDrive drive = new InMemoryDrive();
    private SpreadsheetId copy = SHEET;
    private List<ColumnDigest> recorded = List.of();

    @BeforeEach
    void copied() {
        drive.put(SHEET, new String[][] {
            {"Order", "Customer", "", "Rate"},
            {"1", "a", "", "=GOOGLEFINANCE(\"EURUSD\")"},
            {"2", "b", "", "20"},
        });
        Workbook.Tab tab = drive.open(SHEET).tab("Orders").orElseThrow();
        TabDigests digests = new TabDigests(tab, 0);
        drive.scan(SHEET, GridArea.columns(tab.sheetId(), tab.rowCount(), 0, tab.columnCount()), digests);
        recorded = digests.finish();
        BackupDrive.DriveFile file = drive.copy(SHEET, "copy", Optional.empty(), Map.of(DriveBackup.EFFECT, "e"));
        copy = file.id();
    }

    private boolean isBelieved() {
        return new CopyProof(drive, copy, BackupBench.plan("{}")).isOf(recorded);
    }

    @Test
    void isBelievedWhateverItsFormulasShow() {
        assertThat(isBelieved()).isTrue();
    }

    @Test
    void isNotBelievedWhenSomebodyEditedAColumnWithoutFormulas() {
        drive.write(copy, 1, 1, "edited");

        assertThat(isBelieved()).isFalse();
    }

    @Test
    void isNotBelievedWhenSomebodyEmptiedACellBesideAFormula() {
        drive.write(copy, 2, 3, "");

        assertThat(isBelieved()).isFalse();
    }
}
