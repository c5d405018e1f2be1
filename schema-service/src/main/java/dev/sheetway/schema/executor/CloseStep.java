package dev.sheetway.schema.executor;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.Command.CloseMigration;
import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.event.StepResult.Closed;
import dev.sheetway.participant.Progress;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.schema.mark.Marks;
import dev.sheetway.schema.planner.AuditTab;
import dev.sheetway.schema.planner.ClosePlanner;
import dev.sheetway.schema.planner.StructurePreflight;
import dev.sheetway.schema.planner.Task;
import dev.sheetway.workspace.SheetWriter;
import dev.sheetway.workspace.TabArea;
import dev.sheetway.workspace.Workbook;
import java.util.List;
import java.util.Optional;

/**
 * Closes a migration with one batch. Lock and version cannot change under our own lock, and audit rows are inserted
 * without touching what stands there, so what this process saw of them a moment ago saves the read; a batch that is
 * refused on such grounds was not applied and is planned again after a read.
 */
final class CloseStep {
    private final SheetWriter writer;
    private final String source;
    private final Memory memory;
    private final Applier applier;

    CloseStep(SheetWriter writer, String source, Memory memory, Applier applier) {
        this.writer = writer;
        this.source = source;
        this.memory = memory;
        this.applier = applier;
    }

    Closed execute(CloseMigration command, Task task, Progress progress) {
        if (task.header().direction() == Direction.ROLLBACK) {
            keepOutALateOpen(task.header());
        }
        Optional<ClosePlanner.Scene> remembered =
                progress.mayHaveRunBefore() || mustRead(task) ? Optional.empty() : remembered(task);
        Closed closed = remembered
                .flatMap(scene -> fromMemory(command, task, scene))
                .orElseGet(() -> close(command, task, read(task)));
        memory.forget(task.header().spreadsheetId(), task.plan());
        return closed;
    }

    /** Which marks a rollback leaves on columns. */
    private static boolean mustRead(Task task) {
        return task.header().direction() == Direction.ROLLBACK;
    }

    /** An open that nobody heard of could take the lock after we released it, for a migration that has ended. */
    private void keepOutALateOpen(CommandHeader header) {
        EffectId open = new EffectId(header.migrationId(), Step.OPEN, Direction.FORWARD, 1);
        var unused = writer.occupy(header.spreadsheetId(), List.of(open));
    }

    private Optional<Closed> fromMemory(CloseMigration command, Task task, ClosePlanner.Scene scene) {
        try {
            return Optional.of(close(command, task, scene));
        } catch (StepFailedException refused) {
            return switch (refused.failure().failureClass()) {
                case FAILED -> {
                    SchemaLog.plannedAgain(task.header(), refused.failure().code());
                    yield Optional.empty();
                }
                case RETRYABLE, UNKNOWN, PAUSE, STALE -> throw refused;
            };
        }
    }

    private Closed close(CloseMigration command, Task task, ClosePlanner.Scene scene) {
        return applier.carryOut(
                task.header(),
                ClosePlanner.plan(scene, task, command.version(), command.completedSteps()),
                Closed.class);
    }

    private Optional<ClosePlanner.Scene> remembered(Task task) {
        CommandHeader header = task.header();
        return memory.underLockOf(header.migrationId(), header.spreadsheetId(), task.plan())
                .map(seen -> new ClosePlanner.Scene(source, seen.sheetId(), seen.marks(), seen.audit()));
    }

    /** Without the audit tab there is no row. */
    private ClosePlanner.Scene read(Task task) {
        int[] lastRow = {-1};
        Optional<String> title = task.plan().audit();
        Workbook book = title.isEmpty()
                ? writer.open(task.header().spreadsheetId())
                : writer.openWith(
                        task.header().spreadsheetId(),
                        List.of(
                                TabArea.columns(title.get(), 0, AuditTab.COLUMNS),
                                TabArea.row(task.plan().tab(), 0)),
                        (area, row, cells) -> {
                            if (area.tab().equals(title.get())
                                    && cells.stream()
                                            .anyMatch(cell -> !cell.content().isBlank())) {
                                lastRow[0] = Math.max(lastRow[0], row);
                            }
                        });
        Optional<AuditTab> audit = title.flatMap(book::tab)
                .map(tab -> new AuditTab(tab.sheetId(), lastRow[0] + 1, Zones.of(book.timeZone())));
        if (title.isPresent() && audit.isEmpty()) {
            SchemaLog.auditTabGone(task.header(), title.get());
        }
        Marks marks = Marks.of(book);
        return new ClosePlanner.Scene(source, slotTab(book, marks, task), marks, audit);
    }

    /**
     * A tab that is gone must not keep the lock of a migration that is taken back; one that goes forward has not done what
     * it would say, so a person decides. A renamed tab is told by our columns.
     */
    private static int slotTab(Workbook book, Marks marks, Task task) {
        Optional<Integer> tab = book.tab(task.plan().tab())
                .map(Workbook.Tab::sheetId)
                .or(() -> marks.sheetOf(task.header().migrationId()));
        return switch (task.header().direction()) {
            case ROLLBACK -> tab.orElseGet(() -> book.slotTab().sheetId());
            case FORWARD ->
                tab.orElseThrow(() -> new StepFailedException(StructurePreflight.table(book, task.plan(), true)
                        .orElseThrow(() -> new IllegalStateException("the preflight finds a tab that is gone"))));
        };
    }
}
