package dev.sheetway.schema.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.CompletedStep;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.Expanded;
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

    private static CompletedStep completed(Step step) {
        return new CompletedStep(step, Direction.FORWARD, Bench.NOW, "");
    }

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
        assertThat(audit.texts(2).subList(5, 8)).containsExactly("SYSTEM", "MIGRATION", "OPEN");
        assertThat(audit.texts(3).subList(5, 8)).containsExactly("SYSTEM", "MIGRATION", "ADD_COLUMNS");
        assertThat(audit.texts(4)).containsExactly("typed meanwhile");
        assertThat(audit.texts(5).subList(5, 8)).containsExactly("SYSTEM", "MIGRATION", "VERIFY");
        assertThat(audit.texts(6).subList(5, 8)).containsExactly("SYSTEM", "MIGRATION", "CLOSE");
        assertThat(List.of(2, 3, 5, 6))
                .allSatisfy(row ->
                        assertThat(MarkJson.read(audit.texts(row).get(9))).isPresent());
        assertThat(audit.texts(5).getFirst()).isNotEqualTo(audit.texts(6).getFirst());
        assertThat(audit.cell(6, 4).content()).isEqualTo(new CellContent.Number(0));
    }

    @Test
    void writesOneAuditRowPerStepOfAMigrationAndOfItsRollback() {
        // Given
        Bench audited = new Bench(sheet, sheet.id, TestPlans.audited(TestPlans.zeues(), "Metadata"), "request-1");
        MemoryTab audit = sheet.tab("Metadata");
        audited.open();
        Expanded expanded = audited.expand();
        sheet.tab("Operaciones").set(6, 2, "MK-6");
        audited.initialise(expanded);
        audited.close(
                Direction.FORWARD,
                completed(Step.OPEN),
                completed(Step.BACKUP),
                EXPANDED,
                VERIFIED,
                completed(Step.INITIALISE),
                completed(Step.SMOKE));
        audited.contract();
        // When
        audited.close(
                Direction.ROLLBACK,
                new CompletedStep(Step.EXPAND, Direction.ROLLBACK, Bench.NOW, ""),
                new CompletedStep(Step.VERIFY, Direction.ROLLBACK, Bench.NOW, ""));
        // Then
        assertThat(audit.contents(7).stream().filter(cell -> !cell.isBlank()).map(CellContent::asText))
                .containsExactly(
                        "OPEN",
                        "ADD_COLUMNS",
                        "INITIALISE",
                        "BACKUP",
                        "VERIFY",
                        "SMOKE",
                        "CLOSE",
                        "REMOVE_COLUMNS",
                        "VERIFY",
                        "CLOSE");
        assertThat(audit.contents(0).stream().filter(cell -> !cell.isBlank())).doesNotHaveDuplicates();
    }

    @Test
    void aStepThatHadNothingToWriteGetsItsRowAtTheEnd() {
        // Given
        Bench audited = new Bench(sheet, sheet.id, TestPlans.audited(TestPlans.zeues(), "Metadata"), "request-1");
        audited.open();
        audited.expand();
        sheet.metadata.removeIf(entry -> entry.key().equals("sheetway.lock"));
        Bench again = new Bench(sheet, sheet.id, TestPlans.audited(TestPlans.zeues(), "Metadata"), "request-2");
        again.open();
        again.expand();
        // When
        again.close(Direction.FORWARD, EXPANDED);
        // Then
        assertThat(sheet.tab("Metadata").contents(7).stream()
                        .filter(cell -> !cell.isBlank())
                        .map(CellContent::asText))
                .containsExactly("OPEN", "ADD_COLUMNS", "OPEN", "EXPAND", "CLOSE");
    }

    @Test
    void rowsThatOthersAppendBetweenTheLastLookAndTheCloseStayWholeBehindOurs() {
        // Given
        Bench audited = new Bench(sheet, sheet.id, TestPlans.audited(TestPlans.zeues(), "Metadata"), "request-1");
        MemoryTab audit = sheet.tab("Metadata");
        audited.open();
        audited.initialise(audited.expand());
        audit.set(4, 0, "theirs");
        audit.set(4, 9, "{}");
        int reads = sheet.calls.size();
        // When
        audited.close(Direction.FORWARD, VERIFIED);
        // Then
        assertThat(sheet.calls.subList(reads, sheet.calls.size())).containsExactly("batch");
        assertThat(audit.contents(7).subList(2, 6).stream().map(CellContent::asText))
                .containsExactly("OPEN", "ADD_COLUMNS", "VERIFY", "CLOSE");
        assertThat(audit.texts(6)).startsWith("theirs").endsWith("{}");
    }

    @Test
    void looksAgainWhenTheAuditTabIsShorterThanItWas() {
        // Given
        Bench audited = new Bench(sheet, sheet.id, TestPlans.audited(TestPlans.zeues(), "Metadata"), "request-1");
        audited.open();
        audited.initialise(audited.expand());
        MemoryTab shorter = new MemoryTab(88, "Metadata", 1, 10, false);
        sheet.tabs.set(sheet.tabs.indexOf(sheet.tab("Metadata")), shorter);
        // When
        audited.close(Direction.FORWARD, VERIFIED);
        // Then
        assertThat(sheet.owner()).isEmpty();
        assertThat(shorter.contents(7).stream().map(CellContent::asText)).contains("VERIFY", "CLOSE");
    }

    @Test
    void closesWithoutAuditRowsWhenSomebodyDeletedTheAuditTab() {
        // Given
        Bench audited = new Bench(sheet, sheet.id, TestPlans.audited(TestPlans.zeues(), "Metadata"), "request-1");
        audited.open();
        audited.initialise(audited.expand());
        sheet.tabs.removeIf(tab -> tab.title.equals("Metadata"));
        // When
        audited.close(Direction.FORWARD, VERIFIED);
        // Then
        assertThat(sheet.owner()).isEmpty();
    }

    @Test
    void aMigrationWhoseTabIsGonePausesAndClosesOnceTheTabIsBack() {
        // Given
        bench.open();
        bench.expand();
        MemoryTab table = sheet.tab("Operaciones");
        sheet.tabs.remove(table);
        Bench restarted = new Bench(sheet, sheet.id, TestPlans.zeues(), "request-1");
        // When
        StepFailedException failed =
                catchThrowableOfType(StepFailedException.class, () -> restarted.close(Direction.FORWARD));
        // Then
        assertThat(failed.failure().failureClass()).isEqualTo(FailureClass.PAUSE);
        assertThat(failed.failure().code()).isEqualTo("tab-gone");
        assertThat(failed.failure().message()).contains("then resume");
        assertThat(sheet.owner()).isPresent();
        sheet.tabs.add(table.titled("Registro"));
        restarted.close(Direction.FORWARD);
        assertThat(sheet.owner()).isEmpty();
    }

    @Test
    void aRollbackGivesTheLockBackOnATabWithCellsWhereTheTableIsGone() {
        // Given
        bench.open();
        sheet.tabs.clear();
        sheet.tabs.add(new MemoryTab(5, "Chart", 0, 0, false));
        sheet.tabs.add(new MemoryTab(6, "Other", 3, 3, false));
        // When
        bench.close(Direction.ROLLBACK);
        // Then
        assertThat(sheet.owner()).isEmpty();
        assertThat(sheet.batches.getLast().slotSheetId()).isEqualTo(6);
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
