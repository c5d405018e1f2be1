package dev.sheetway.workspace.google;

import com.google.api.services.sheets.v4.model.AddSheetRequest;
import com.google.api.services.sheets.v4.model.CopyPasteRequest;
import com.google.api.services.sheets.v4.model.DeleteDimensionRequest;
import com.google.api.services.sheets.v4.model.DimensionRange;
import com.google.api.services.sheets.v4.model.GridProperties;
import com.google.api.services.sheets.v4.model.InsertDimensionRequest;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.SetDataValidationRequest;
import com.google.api.services.sheets.v4.model.SheetProperties;
import com.google.api.services.sheets.v4.model.UpdateSheetPropertiesRequest;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.EffectBatch;
import dev.sheetway.workspace.EffectRecord;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.Workbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Translates a batch into Google's requests: slot and record first, then the effects in their order.
 *
 * <p>When the structure was read after a refusal, what stands there already or is gone already is left out: a lock that
 * we hold, a lock or an entry that somebody removed. Without that, a person who deletes the visible named range of a
 * lock would make the migration's last batch impossible.
 */
final class EffectRequests {
    private final ExactlyOnce slots;

    EffectRequests(ExactlyOnce slots) {
        this.slots = slots;
    }

    List<Request> translate(EffectBatch batch, EffectRecord record, Optional<Workbook> seen) {
        List<Request> requests = new ArrayList<>(slots.claim(record, batch.slotSheetId(), seen));
        batch.effects().forEach(effect -> requests.addAll(requests(effect, batch.slotSheetId(), seen)));
        return requests;
    }

    private static List<Request> requests(Effect effect, int slotSheetId, Optional<Workbook> seen) {
        return switch (effect) {
            case Effect.InsertColumns e ->
                List.of(insert(Ranges.columns(e.sheetId(), e.at(), e.at() + e.count()), e.inherit()));
            case Effect.InsertRows e ->
                List.of(insert(Ranges.rows(e.sheetId(), e.at(), e.at() + e.count()), e.inherit()));
            case Effect.WriteCells e -> CellRequests.write(e);
            case Effect.PutCells e -> List.of(PutRequests.put(e));
            case Effect.FillCells e -> CellRequests.fill(e);
            case Effect.SetValidation e -> List.of(setValidation(e));
            case Effect.AnchorColumn e -> List.of(MarkRequests.onColumn(e));
            case Effect.RemoveMetadata e -> removeMetadata(e.metadataId(), seen);
            case Effect.PutSpreadsheetMetadata e -> put(e, seen);
            case Effect.AddTab e -> List.of(addTab(e));
            case Effect.CopyCells e -> List.of(copy(e.from(), e.to(), "PASTE_NORMAL"));
            case Effect.CopyRules e -> List.of(copy(e.from(), e.to(), "PASTE_DATA_VALIDATION"));
            case Effect.RetireTab e -> List.of(retire(e));
            case Effect.RenameTab e -> List.of(rename(e));
            case Effect.DeleteColumns e -> List.of(deleteColumns(e));
            case Effect.TakeLock e -> takeLock(e, slotSheetId, seen);
            case Effect.ReleaseLock e -> releaseLock(seen);
        };
    }

    /** Before the first row or column there is nothing to inherit from. */
    private static Request insert(DimensionRange range, boolean inherit) {
        return new Request()
                .setInsertDimension(new InsertDimensionRequest()
                        .setRange(range)
                        .setInheritFromBefore(inherit && range.getStartIndex() > 0));
    }

    private static Request setValidation(Effect.SetValidation effect) {
        SetDataValidationRequest request = new SetDataValidationRequest().setRange(Ranges.grid(effect.area()));
        effect.rule().ifPresent(rule -> request.setRule(PutRequests.rule(rule)));
        return new Request().setSetDataValidation(request);
    }

    private static List<Request> removeMetadata(int id, Optional<Workbook> seen) {
        boolean gone = seen.isPresent() && seen.get().metadata().stream().noneMatch(entry -> entry.id() == id);
        return gone ? List.of() : List.of(MarkRequests.deleteMetadata(id));
    }

    private static List<Request> put(Effect.PutSpreadsheetMetadata effect, Optional<Workbook> seen) {
        List<Request> requests = new ArrayList<>();
        effect.replaces().ifPresent(id -> requests.addAll(removeMetadata(id, seen)));
        requests.add(MarkRequests.onSpreadsheet(effect.key(), effect.value()));
        return requests;
    }

    private static Request addTab(Effect.AddTab effect) {
        SheetProperties properties = new SheetProperties()
                .setSheetId(effect.sheetId())
                .setTitle(effect.title())
                .setHidden(effect.hidden())
                .setGridProperties(
                        new GridProperties().setRowCount(effect.rows()).setColumnCount(effect.columns()));
        return new Request().setAddSheet(new AddSheetRequest().setProperties(properties));
    }

    private static Request copy(GridArea from, GridArea to, String what) {
        return new Request()
                .setCopyPaste(new CopyPasteRequest()
                        .setSource(Ranges.grid(from))
                        .setDestination(Ranges.grid(to))
                        .setPasteType(what)
                        .setPasteOrientation("NORMAL"));
    }

    private static Request retire(Effect.RetireTab effect) {
        return new Request()
                .setUpdateSheetProperties(new UpdateSheetPropertiesRequest()
                        .setProperties(new SheetProperties()
                                .setSheetId(effect.sheetId())
                                .setTitle(effect.title())
                                .setHidden(true))
                        .setFields("title,hidden"));
    }

    private static Request rename(Effect.RenameTab effect) {
        return new Request()
                .setUpdateSheetProperties(new UpdateSheetPropertiesRequest()
                        .setProperties(new SheetProperties()
                                .setSheetId(effect.sheetId())
                                .setTitle(effect.title()))
                        .setFields("title"));
    }

    private static Request deleteColumns(Effect.DeleteColumns effect) {
        return new Request()
                .setDeleteDimension(new DeleteDimensionRequest()
                        .setRange(Ranges.columns(effect.sheetId(), effect.start(), effect.end())));
    }

    /** What a removed lock left behind goes first; otherwise two owners would be written down. */
    private static List<Request> takeLock(Effect.TakeLock effect, int sheetId, Optional<Workbook> seen) {
        List<String> owners = seen.map(Marks::lockOwners).orElse(List.of());
        if (seen.map(Marks::isLocked).orElse(false) && owners.equals(List.of(effect.owner()))) {
            return List.of();
        }
        List<Request> requests = new ArrayList<>();
        requests.add(MarkRequests.addNamedRange(Marks.LOCK_NAME, sheetId));
        if (seen.isEmpty() || !owners.isEmpty()) {
            requests.add(MarkRequests.deleteMetadata(Marks.LOCK_KEY));
        }
        requests.add(MarkRequests.onSpreadsheet(Marks.LOCK_KEY, effect.owner()));
        return requests;
    }

    private static List<Request> releaseLock(Optional<Workbook> seen) {
        List<Request> requests = new ArrayList<>();
        if (seen.map(Marks::isLocked).orElse(true)) {
            requests.add(MarkRequests.deleteNamedRange(Marks.LOCK_NAME));
        }
        if (seen.map(workbook -> !Marks.lockOwners(workbook).isEmpty()).orElse(true)) {
            requests.add(MarkRequests.deleteMetadata(Marks.LOCK_KEY));
        }
        return requests;
    }
}
