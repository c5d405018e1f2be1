package dev.sheetway.cli.rehearsal;

import dev.sheetway.emulator.workbook.NewColumns;
import dev.sheetway.emulator.workbook.StructureDifference;
import dev.sheetway.emulator.workbook.WorkbookDiff;
import dev.sheetway.emulator.workbook.WorkbookDifferences;
import java.io.IOException;
import java.util.List;

/**
 * What a comparison of two files says, by a reader that shares no code with Sheetway's own checks.
 *
 * @param unexpected differences that nobody planned, one line each, without a cell's content
 */
public record WorkbookProof(long cellsCompared, List<String> unexpected) {
    private static final String OURS = "named range sheetway_";

    /** Compares {@code after} with {@code before} but for the planned columns. */
    public static WorkbookProof of(byte[] before, byte[] after, NewColumns planned) throws IOException {
        WorkbookDifferences all = WorkbookDiff.compare(before, after, planned);
        WorkbookDifferences unexpected = new WorkbookDifferences(
                all.cells(),
                all.structure().stream()
                        .filter(difference -> !isOurs(difference))
                        .toList(),
                all.cellsCompared());
        return new WorkbookProof(all.cellsCompared(), unexpected.summary());
    }

    public boolean holds() {
        return unexpected.isEmpty();
    }

    /** Slots are named ranges and stay until the rollback window closes; a rollback leaves a hidden archive tab. */
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
