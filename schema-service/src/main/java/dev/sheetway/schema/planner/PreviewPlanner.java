package dev.sheetway.schema.planner;

import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.contracts.event.StepResult.Previewed;
import dev.sheetway.workspace.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What open and expand would find and do; never a write. */
public final class PreviewPlanner {
    private PreviewPlanner() {}

    public static Planned<Previewed> plan(SheetSnapshot sheet, Task task) {
        Optional<Failure> changed = Preflight.changed(sheet, task);
        if (changed.isPresent()) {
            return new Planned.Refused<>(changed.get());
        }
        if (Preflight.locked(sheet, task.migrationId()).isEmpty() && OpenPlanner.alreadyMigrated(sheet, task)) {
            return new Planned.NothingToDo<>(unchanged(sheet));
        }
        return switch (ExpandPlanner.plan(sheet, task)) {
            case Planned.Refused<Expanded> refused -> new Planned.Refused<>(refused.failure());
            case Planned.NothingToDo<Expanded> nothing -> new Planned.NothingToDo<>(unchanged(sheet));
            case Planned.Write<Expanded> write ->
                new Planned.NothingToDo<>(new Previewed(
                                sheet.source(),
                                sheet.header().texts(),
                                ExpandPlanner.headersAfter(sheet, task),
                                requests(write.effects()),
                                sheet.realRows().count(),
                                false)
                        .of(BatchText.of(sheet, task.plan(), write.effects())));
        };
    }

    private static Previewed unchanged(SheetSnapshot sheet) {
        return new Previewed(
                sheet.source(),
                sheet.header().texts(),
                sheet.header().texts(),
                List.of(),
                sheet.realRows().count(),
                true);
    }

    /** Google's names; every batch begins with its slot and its record. */
    private static List<String> requests(List<Effect> effects) {
        List<String> kinds = new ArrayList<>(List.of("addNamedRange", "createDeveloperMetadata"));
        effects.stream().map(PreviewPlanner::kind).forEach(kinds::add);
        return kinds;
    }

    static String kind(Effect effect) {
        return switch (effect) {
            case Effect.InsertColumns e -> "insertDimension";
            case Effect.InsertRows e -> "insertDimension";
            case Effect.WriteCells e -> "updateCells";
            case Effect.PutCells e -> "updateCells";
            case Effect.FillCells e -> "repeatCell";
            case Effect.SetValidation e -> "setDataValidation";
            case Effect.AnchorColumn e -> "createDeveloperMetadata";
            case Effect.RemoveMetadata e -> "deleteDeveloperMetadata";
            case Effect.PutSpreadsheetMetadata e -> "createDeveloperMetadata";
            case Effect.AddTab e -> "addSheet";
            case Effect.CopyCells e -> "copyPaste";
            case Effect.CopyRules e -> "copyPaste";
            case Effect.RetireTab e -> "updateSheetProperties";
            case Effect.RenameTab e -> "updateSheetProperties";
            case Effect.DeleteColumns e -> "deleteDimension";
            case Effect.TakeLock e -> "addNamedRange";
            case Effect.ReleaseLock e -> "deleteNamedRange";
        };
    }
}
