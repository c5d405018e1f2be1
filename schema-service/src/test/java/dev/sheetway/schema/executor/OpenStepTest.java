package dev.sheetway.schema.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.Opened;
import dev.sheetway.contracts.event.StepResult.Previewed;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.schema.TestPlans;
import dev.sheetway.workspace.GatewayException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OpenStepTest {
    private final MemorySheet sheet = SampleSheets.small();
    private final Bench bench = new Bench(sheet, sheet.id, TestPlans.zeues(), "request-1");

    @Test
    void tellsWhatItFoundAndTakesTheLock() {
        // Given // When
        Opened opened = bench.open();
        // Then
        assertThat(opened).isEqualTo(new Opened("emulator", "Registro", 77, 10, 7, SampleSheets.HEADERS, 4, false));
        assertThat(sheet.owner()).contains(bench.migration().toString());
    }

    @Test
    void aSecondDeliveryFindsItsOwnLock() {
        // Given
        Opened first = bench.open();
        // When
        Opened second = bench.open();
        // Then
        assertThat(second).isEqualTo(first);
        assertThat(sheet.batches).hasSize(1);
    }

    @Test
    void refusesAChangedPlanUnderTheVersionThatTheSheetHas() {
        // Given
        bench.open();
        bench.initialise(bench.expand());
        bench.close(Direction.FORWARD);
        Bench changed = new Bench(sheet, sheet.id, TestPlans.zeues(), "request-2");
        changed.checksum = "sha256:1";
        int writes = sheet.batches.size();
        // When // Then
        for (ThrowingCallable call : List.<ThrowingCallable>of(changed::open, changed::preview)) {
            assertThatThrownBy(call).isInstanceOfSatisfying(StepFailedException.class, failed -> {
                assertThat(failed.failure().code()).isEqualTo("plan-changed");
                assertThat(failed.failure().message())
                        .isEqualTo(
                                "spreadsheet \"sheet-1\" has version \"3.0\" of schema \"zeues\" by a plan of checksum"
                                        + " sha256:0: expected that plan, found another one of checksum sha256:1 that leads to"
                                        + " the same version; nothing written; give the change a plan and a version of its own");
            });
        }
        assertThat(sheet.batches).hasSize(writes);
    }

    @Test
    void takesAChangedPlanOnceTheOldOneIsRolledBack() {
        // Given
        bench.open();
        bench.expand();
        bench.contract();
        bench.close(Direction.ROLLBACK);
        Bench changed = new Bench(sheet, sheet.id, TestPlans.zeues(), "request-2");
        changed.checksum = "sha256:1";
        // When
        Opened opened = changed.open();
        // Then
        assertThat(opened.alreadyMigrated()).isFalse();
        assertThat(sheet.owner()).contains(changed.migration().toString());
    }

    @Test
    void keepsASecondMigrationOutAndNamesTheOwner() {
        // Given
        bench.open();
        Bench other = new Bench(sheet, sheet.id, TestPlans.zeues(), "request-2");
        // When // Then
        assertThatThrownBy(other::open)
                .hasMessage("spreadsheet \"sheet-1\" is locked by migration \"" + bench.migration()
                        + "\": expected no lock; nothing written; let it end or roll it back, then ask again");
        assertThat(sheet.batches).hasSize(1);
    }

    @Test
    void losesTheRaceForTheLockWithTheSameAnswer() {
        // Given
        sheet.beforeNextWrite(() -> sheet.put("sheetway.lock", "faster"));
        // When // Then
        assertThatThrownBy(bench::open).isInstanceOfSatisfying(StepFailedException.class, failed -> {
            assertThat(failed.failure().code()).isEqualTo("locked");
            assertThat(failed.failure().message()).contains("\"faster\"");
        });
    }

    @Test
    void refusesAnUnknownTabAfterReadingAndBeforeWriting() {
        // Given
        Bench wrong = new Bench(sheet, sheet.id, TestPlans.onTab(TestPlans.zeues(), "Operacones"), "request-1");
        // When // Then
        assertThatThrownBy(wrong::open)
                .hasMessage("tab \"Operacones\" is not in spreadsheet \"sheet-1\": expected one of \"Operaciones\","
                        + " \"Metadata\"; nothing written; correct spec.tab");
        assertThat(sheet.count("batch")).isZero();
    }

    @Test
    void refusesAnUnknownSpreadsheetInsteadOfPausing() {
        // Given
        SpreadsheetId id = new SpreadsheetId("nowhere");
        Bench lost = new Bench(new NotFound(), id, TestPlans.zeues(), "request-1");
        // When // Then
        assertThatThrownBy(lost::open)
                .isInstanceOfSatisfying(StepFailedException.class, failed -> assertThat(failed.failure())
                        .isEqualTo(Failure.of(
                                FailureClass.FAILED,
                                "unknown-spreadsheet",
                                "spreadsheet \"nowhere\" was not found: expected one that the service's account may open;"
                                        + " nothing written; correct the id or share the file with the account")));
    }

    @Test
    void previewsWithoutAnyWrite() {
        // Given // When
        Previewed preview = bench.preview();
        // Then
        assertThat(sheet.count("batch")).isZero();
        assertThat(preview.noop()).isFalse();
        assertThat(preview.headersBefore()).isEqualTo(SampleSheets.HEADERS);
        assertThat(preview.headersAfter()).hasSize(8).endsWith("version");
        assertThat(preview.realRows()).isEqualTo(SampleSheets.REAL_ROWS);
    }

    @Test
    void previewsAMigratedSheetAsNothingToDo() {
        // Given
        bench.open();
        bench.expand();
        bench.close(Direction.FORWARD);
        // When
        Previewed preview = new Bench(sheet, sheet.id, TestPlans.zeues(), "request-2").preview();
        // Then
        assertThat(preview.noop()).isTrue();
        assertThat(preview.requests()).isEmpty();
    }

    /** A Google that does not know the file. */
    private static final class NotFound extends UnreadableSheet {
        @Override
        public dev.sheetway.workspace.Workbook open(SpreadsheetId asked) {
            throw new GatewayException(Failure.of(FailureClass.PAUSE, "not-found", "404"));
        }
    }
}
