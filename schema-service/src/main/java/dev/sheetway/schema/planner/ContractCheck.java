package dev.sheetway.schema.planner;

import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.ChangeKind;
import dev.sheetway.contracts.event.StepResult.Contracted;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.contracts.event.StepResult.PlacedColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks after a contraction whether exactly our columns are gone. Google deletes columns by index alone, so a column that
 * somebody inserted in the instant between our read and our batch makes us delete a neighbour: then the hidden archive tab
 * holds what was deleted, and a person must put it back.
 */
public final class ContractCheck {
    private ContractCheck() {}

    /** A failure when one of our columns is left or a header of somebody else's is gone. */
    public static Optional<Failure> check(
            SheetSnapshot before, SheetSnapshot after, Expanded expanded, Contracted contracted) {
        List<String> left = expanded.columns().stream()
                .filter(placed -> !placed.adopted())
                .filter(placed -> after.marks().anchor(placed.anchorId()).isPresent())
                .map(PlacedColumn::name)
                .toList();
        List<String> lost = lost(before, after, expanded);
        if (left.isEmpty() && lost.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Failure.of(
                FailureClass.PAUSE,
                "wrong-columns-deleted",
                "the rollback of tab \"" + after.tab().title() + "\" of spreadsheet \"" + after.spreadsheetId()
                        + "\" met a change of its columns made in the same instant: expected exactly "
                        + quoted(contracted.deletedColumns()) + " to go, found " + quoted(left) + " still there and "
                        + quoted(lost) + " gone; the hidden tab \""
                        + contracted.archiveTab().orElse("") + "\" holds every column that was deleted; move "
                        + quoted(lost) + " back from it, delete " + quoted(left) + ", then resume"));
    }

    private static List<String> lost(SheetSnapshot before, SheetSnapshot after, Expanded expanded) {
        List<String> expected = new ArrayList<>();
        for (int index = 0; index < before.header().texts().size(); index++) {
            String text = before.header().texts().get(index);
            if (!text.isBlank() && !inserted(before, expanded, index) && !renamed(before, expanded, index)) {
                expected.add(text);
            }
        }
        after.header().texts().forEach(expected::remove);
        return expected;
    }

    private static boolean inserted(SheetSnapshot before, Expanded expanded, int index) {
        return expanded.columns().stream()
                .filter(placed -> !placed.adopted())
                .flatMap(placed -> before.marks().anchor(placed.anchorId()).stream())
                .anyMatch(anchor -> anchor.columnIndex() == index);
    }

    private static boolean renamed(SheetSnapshot before, Expanded expanded, int index) {
        return expanded.changed().stream()
                .filter(changed -> changed.kind() == ChangeKind.RENAMED)
                .flatMap(changed -> before.marks().anchor(changed.markId()).stream())
                .anyMatch(anchor -> anchor.columnIndex() == index);
    }

    private static String quoted(List<String> names) {
        return names.isEmpty() ? "nothing" : "\"" + String.join("\", \"", names) + "\"";
    }
}
