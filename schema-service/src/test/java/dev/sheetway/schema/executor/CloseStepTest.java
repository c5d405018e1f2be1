package dev.sheetway.schema.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.CompletedStep;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.schema.TestPlans;
import dev.sheetway.schema.mark.MarkJson;
import dev.sheetway.schema.mark.Marks;
import dev.sheetway.schema.mark.RecordedVersion;
import dev.sheetway.workspace.CellContent;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloseStepTest {
    private static final CompletedStep VERIFIED =
            new CompletedStep(Step.VERIFY, Direction.FORWARD, Bench.NOW, "7 of 7 checks passed");
    private static final CompletedStep EXPANDED =
            new CompletedStep(Step.EXPAND, Direction.FORWARD, Bench.NOW, "5 to 8 columns");
    private final MemorySheet sheet = SampleSheets.small();
    private final Bench bench = new Bench(sheet, sheet.id, TestPlans.zeues(), "request-1");

    @Test
    void replacesTheRecordedVersionOfThisPlanAndNoOther() {
        // Given
        sheet.put("sheetway.schema", "{\"plan\":\"zeues\",\"version\":\"2.1\"}");
        sheet.put("sheetway.schema", "{\"plan\":\"other\",\"version\":\"9\"}");
        bench.open();
        bench.expand();
        // When
        bench.close(Direction.FORWARD);
        // Then
        assertThat(Marks.of(sheet.open(sheet.id)).versions())
                .extracting(RecordedVersion::plan, RecordedVersion::version)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("zeues", "3.0"),
                        org.assertj.core.groups.Tuple.tuple("other", "9"));
    }

    @Test
    void worksAfterAnOpenThatNeverTookTheLockAndLeavesTheLockOfOthers() {
        // Given
        sheet.put("sheetway.lock", "somebody-else");
        // When
        bench.close(Direction.ROLLBACK);
        // Then
        assertThat(sheet.owner()).contains("somebody-else");
        assertThat(Marks.of(sheet.open(sheet.id)).version("zeues"))
                .hasValueSatisfying(version -> assertThat(version.version()).isEqualTo("2.1"));
    }

    @Test
    void aRollbackKeepsALateOpenFromTakingTheLock() {
        // Given
        bench.close(Direction.ROLLBACK);
        // When
        StepFailedException late = catchThrowableOfType(StepFailedException.class, bench::open);
        // Then
        assertThat(late.failure().failureClass()).isEqualTo(FailureClass.STALE);
        assertThat(sheet.owner()).isEmpty();
    }

    @Test
    void writesOneAuditRowPerReadOnlyStepAndOneForItselfBehindTheLastRow() {
        // Given
        Bench audited = new Bench(sheet, sheet.id, TestPlans.audited(TestPlans.zeues(), "Metadata"), "request-1");
        audited.open();
        audited.expand();
        MemoryTab audit = sheet.tab("Metadata");
        audit.set(4, 0, "typed meanwhile");
        // When
        audited.close(Direction.FORWARD, EXPANDED, VERIFIED);
        // Then
        assertThat(audit.texts(2).subList(5, 8)).containsExactly("SYSTEM", "MIGRATION", "ADD_COLUMNS");
        assertThat(audit.texts(4)).containsExactly("typed meanwhile");
        assertThat(audit.texts(5).subList(5, 8)).containsExactly("SYSTEM", "MIGRATION", "VERIFY");
        assertThat(audit.texts(6).subList(5, 8)).containsExactly("SYSTEM", "MIGRATION", "CLOSE");
        assertThat(List.of(2, 5, 6))
                .allSatisfy(row ->
                        assertThat(MarkJson.read(audit.texts(row).get(9))).isPresent());
        assertThat(audit.texts(5).getFirst()).isNotEqualTo(audit.texts(6).getFirst());
        assertThat(audit.cell(6, 4).content()).isEqualTo(new CellContent.Number(0));
    }

    @Test
    void closesWithoutAuditRowsWhenSomebodyDeletedTheAuditTab() {
        // Given
        Bench audited = new Bench(sheet, sheet.id, TestPlans.audited(TestPlans.zeues(), "Metadata"), "request-1");
        audited.open();
        audited.expand();
        sheet.tabs.removeIf(tab -> tab.title.equals("Metadata"));
        // When
        audited.close(Direction.FORWARD, VERIFIED);
        // Then
        assertThat(sheet.owner()).isEmpty();
    }

    @Test
    void aSecondDeliveryChangesNothing() {
        // Given
        bench.open();
        bench.expand();
        bench.close(Direction.FORWARD);
        int writes = sheet.batches.size();
        // When
        var closed = bench.close(Direction.FORWARD);
        // Then
        assertThat(closed.version()).isEqualTo("3.0");
        assertThat(sheet.batches).hasSize(writes);
    }
}
