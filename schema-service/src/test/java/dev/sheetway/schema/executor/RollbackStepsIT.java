package dev.sheetway.schema.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.Contracted;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.workspace.BatchOutcome;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.GatewayException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The rollback of the steps in {@link SchemaStepsIT}, on the same workbook over HTTP. */
class RollbackStepsIT {
    private static final MigrationPlan ZEUES = LiveSheet.zeues();
    private static final List<String> OURS = List.of("Ocupado_Por", "Fecha_Ocupacion", "version");

    private final LiveSheet sheet = new LiveSheet();
    private final Bench bench = sheet.bench(ZEUES, "request-1");

    @AfterEach
    void close() {
        sheet.close();
    }

    @Test
    void aLateDuplicateOfTheBatchIsStaleAfterARollback() {
        // Given
        List<Runnable> late = new ArrayList<>();
        List<Object> answers = new ArrayList<>();
        Bench delayed = sheet.bench(ZEUES, "request-1", writer -> new DelayedExpand(writer, late, answers));
        Map<String, List<Cell>> before = sheet.table();
        delayed.open();
        assertThatThrownBy(delayed::expand).isInstanceOf(GatewayException.class);
        Contracted contracted = delayed.contract();
        // When
        late.getFirst().run();
        // Then
        assertThat(contracted.deletedColumns()).isEmpty();
        assertThat(answers).containsExactly(new BatchOutcome.Stale());
        assertThat(sheet.table()).isEqualTo(before);
        assertThatThrownBy(bench::expand).isInstanceOfSatisfying(StepFailedException.class, failed -> assertThat(
                        failed.failure().failureClass())
                .isEqualTo(FailureClass.STALE));
    }

    @Test
    void rollsBackToTheOldTableAndKeepsWhatWasTyped() {
        // Given
        Map<String, List<Cell>> before = sheet.table();
        bench.open();
        bench.expand();
        // When
        Contracted contracted = bench.contract();
        bench.close(Direction.ROLLBACK);
        // Then
        assertThat(sheet.table()).isEqualTo(before);
        assertThat(contracted.deletedColumns()).isEqualTo(OURS);
        assertThat(contracted.columnsAfter()).isEqualTo(63);
        String archive = contracted.archiveTab().orElseThrow();
        assertThat(sheet.tab(archive).hidden()).isTrue();
        assertThat(List.copyOf(sheet.columns(archive).keySet()).subList(63, 67))
                .containsExactly(OURS.get(0), OURS.get(1), OURS.get(2), "TAG_SPOOL");
        assertThat(sheet.book().hasNamedRange("sheetway_lock")).isFalse();
    }

    @Test
    void endsSafeWhenGoogleRefusesToCopyAndDeleteInOneBatch() {
        // Given
        bench.open();
        bench.expand();
        Map<String, List<Cell>> before = sheet.table();
        sheet.emulator.admin().settings("{\"copyPasteThenDeleteInOneBatch\":\"REFUSE\"}");
        // When // Then
        assertThatThrownBy(bench::contract)
                .isInstanceOfSatisfying(StepFailedException.class, failed -> assertThat(failed.failure())
                        .extracting(Failure::failureClass)
                        .isEqualTo(FailureClass.FAILED));
        assertThat(sheet.table()).isEqualTo(before);
    }
}
