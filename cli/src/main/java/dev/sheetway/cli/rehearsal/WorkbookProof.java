package dev.sheetway.cli.rehearsal;

import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.StepView;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.emulator.workbook.CellDifference;
import dev.sheetway.emulator.workbook.Depth;
import dev.sheetway.emulator.workbook.NewColumns;
import dev.sheetway.emulator.workbook.NewRows;
import dev.sheetway.emulator.workbook.StructureDifference;
import dev.sheetway.emulator.workbook.WorkbookDiff;
import dev.sheetway.emulator.workbook.WorkbookDifferences;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a comparison of two files says, by a reader that shares no code with Sheetway's own checks.
 *
 * @param unexpected differences that nobody planned, one line each, without a cell's content
 */
public record WorkbookProof(long cellsCompared, List<String> unexpected) {
    private static final String OURS = "named range sheetway_";

    /**
     * Compares {@code after} with {@code before} but for the planned columns and audit rows, of which each must be there.
     */
    public static WorkbookProof of(byte[] before, byte[] after, NewColumns planned, AuditTrail audit)
            throws IOException {
        return of(before, after, planned, audit, Depth.CONTENT, Optional.empty());
    }

    /** Of a plan without audit rows; looks included where both files were exported by the same program. */
    public static WorkbookProof of(byte[] before, byte[] after, NewColumns planned, Depth depth) throws IOException {
        return of(before, after, planned, AuditTrail.NONE, depth, Optional.empty());
    }

    private static WorkbookProof of(
            byte[] before, byte[] after, NewColumns planned, AuditTrail audit, Depth depth, Optional<String> late)
            throws IOException {
        WorkbookDifferences all = WorkbookDiff.compare(before, after, planned, depth);
        NewRows rows = audit.tab().isPresent()
                ? NewRows.read(before, after, audit.tab().get())
                : NewRows.NONE;
        WorkbookDifferences unexpected = new WorkbookDifferences(
                all.cells().stream()
                        .filter(cell -> !isAuditRow(cell, audit, rows) && !isTyped(cell, late))
                        .toList(),
                all.structure().stream()
                        .filter(difference -> !isOurs(difference) && !isOfTheRowTyped(difference, late))
                        .toList(),
                all.cellsCompared());
        List<String> lines = new ArrayList<>(unexpected.summary());
        lines.addAll(audit.problems(rows));
        return new WorkbookProof(all.cellsCompared(), List.copyOf(lines));
    }

    /**
     * Compares all that a file can hold, looks included, with {@code before} but for what {@code migration} was to do: its
     * new columns, if it completed, and its rows in the audit tab, of which each must be there.
     *
     * @param before and {@code after}: exported by the same program
     * @param late text that somebody was made to type meanwhile; empty: nothing
     * @return empty when the plan changes, drops or scatters columns, so that no place of the one file is a place of the
     *     other: its own checks compare those
     */
    public static Optional<WorkbookProof> of(
            byte[] before, byte[] after, MigrationView migration, Optional<String> late) throws IOException {
        Optional<NewColumns> planned = planned(migration);
        if (planned.isEmpty()) {
            return Optional.empty();
        }
        AuditTrail audit = migration
                .accepted()
                .map(accepted -> AuditTrail.of(accepted.plan(), migration))
                .orElse(AuditTrail.NONE);
        return Optional.of(of(before, after, planned.get(), audit, Depth.APPEARANCE, late));
    }

    private static boolean isAuditRow(CellDifference cell, AuditTrail audit, NewRows rows) {
        return audit.tab().equals(Optional.of(cell.tab())) && rows.covers(cell.row());
    }

    private static boolean isTyped(CellDifference cell, Optional<String> late) {
        return cell.left().isEmpty()
                && late.filter(text -> cell.right().equals("text " + text)).isPresent();
    }

    /** Where the new columns stand; none after a rollback; empty: the file cannot be compared place by place. */
    private static Optional<NewColumns> planned(MigrationView migration) {
        if (migration.step(Step.EXPAND, Direction.ROLLBACK).isPresent()) {
            return Optional.of(NewColumns.NONE);
        }
        Optional<StepResult.Expanded> expanded = migration
                .step(Step.EXPAND, Direction.FORWARD)
                .flatMap(StepView::result)
                .filter(StepResult.Expanded.class::isInstance)
                .map(StepResult.Expanded.class::cast);
        if (expanded.isEmpty()) {
            return Optional.of(NewColumns.NONE);
        }
        List<Integer> places = expanded.get().columns().stream()
                .filter(column -> !column.adopted())
                .map(StepResult.PlacedColumn::columnIndex)
                .sorted()
                .toList();
        boolean together = places.isEmpty() || places.getLast() - places.getFirst() == places.size() - 1;
        return expanded.get().changed().isEmpty() && together
                ? Optional.of(new NewColumns(
                        migration.accepted().orElseThrow().plan().tab(),
                        places.isEmpty() ? 0 : places.getFirst(),
                        places.size()))
                : Optional.empty();
    }

    public boolean holds() {
        return unexpected.isEmpty();
    }

    /** Slots are named ranges and stay until the rollback window closes; a rollback leaves a hidden archive tab. */
    /** A row that somebody appends has the program's usual height, whatever the tab's others have. */
    private static boolean isOfTheRowTyped(StructureDifference difference, Optional<String> late) {
        return late.isPresent()
                && difference.what().equals("row heights")
                && difference.right().startsWith(difference.left().replace("]", ""));
    }

    private static boolean isOurs(StructureDifference difference) {
        boolean slot = difference.left().isEmpty() && difference.what().startsWith(OURS);
        return slot || difference.what().equals("tabs") && isArchiveAlone(difference);
    }

    private static boolean isArchiveAlone(StructureDifference difference) {
        String before = difference.left().substring(1, difference.left().length() - 1);
        return difference.right().startsWith("[" + before + ", sheetway")
                && difference.right().endsWith("]");
    }
}
