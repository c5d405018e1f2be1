package dev.sheetway.workspace.google;

import com.google.api.services.sheets.v4.model.Request;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.workspace.BatchOutcome;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.EffectBatch;
import dev.sheetway.workspace.EffectRecord;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.Reference;
import dev.sheetway.workspace.RowVisitor;
import dev.sheetway.workspace.SheetWriter;
import dev.sheetway.workspace.SlotState;
import dev.sheetway.workspace.TabArea;
import dev.sheetway.workspace.TabVisitor;
import dev.sheetway.workspace.Workbook;
import dev.sheetway.workspace.fingerprint.EffectDigest;
import java.util.List;
import java.util.Optional;

/**
 * Writes with {@code spreadsheets.batchUpdate} alone. Phases of {@link #apply}: send; on an open or refusing answer read
 * slot and record; when they are free and the refusal is explained by what was read (a lock that somebody removed),
 * send once more without that. It never sends again what may have been applied.
 */
final class GoogleSheetWriter implements SheetWriter {
    private final GoogleSheetReader reader;
    private final BatchSender sender;
    private final EffectRequests requests;
    private final Verdicts verdicts;
    private final Occupier occupier;

    GoogleSheetWriter(GoogleSheetReader reader, BatchSender sender, ExactlyOnce slots, TabTitles titles) {
        this.reader = reader;
        this.sender = sender;
        this.requests = new EffectRequests(slots);
        this.verdicts = new Verdicts(slots);
        this.occupier = new Occupier(reader, sender, slots, titles);
    }

    @Override
    public BatchOutcome apply(SpreadsheetId id, EffectBatch batch) {
        EffectRecord record = new EffectRecord(batch.effect(), EffectDigest.of(batch.effects()), batch.detail());
        List<Request> first = requests.translate(batch, record, Optional.empty());
        try {
            return send(id, batch, first);
        } catch (GatewayException refusal) {
            Optional<Workbook> seen = lookAfter(refusal, id);
            Optional<BatchOutcome> told = seen.flatMap(workbook -> verdicts.of(workbook, batch, refusal));
            if (told.isPresent()) {
                return told.get();
            }
            if (seen.isEmpty() || refusal.failure().failureClass() == FailureClass.UNKNOWN) {
                throw refusal;
            }
            List<Request> second = requests.translate(batch, record, seen);
            return second.equals(first) ? new BatchOutcome.Refused(refusal.failure()) : applyAdapted(id, batch, second);
        }
    }

    @Override
    public List<SlotState> occupy(SpreadsheetId id, List<EffectId> effects) {
        return occupier.occupy(id, effects);
    }

    private BatchOutcome applyAdapted(SpreadsheetId id, EffectBatch batch, List<Request> adapted) {
        try {
            return send(id, batch, adapted);
        } catch (GatewayException refusal) {
            Optional<Workbook> seen = lookAfter(refusal, id);
            return seen.flatMap(workbook -> verdicts.of(workbook, batch, refusal))
                    .orElseGet(() -> {
                        if (refusal.failure().failureClass() == FailureClass.FAILED) {
                            return new BatchOutcome.Refused(refusal.failure());
                        }
                        throw refusal;
                    });
        }
    }

    private BatchOutcome send(SpreadsheetId id, EffectBatch batch, List<Request> list) {
        sender.send(id, "writing " + batch.effect().path(), list);
        for (Effect effect : batch.effects()) {
            if (effect instanceof Effect.AddTab tab) {
                reader.tabSeen(id, tab.sheetId(), tab.title());
            }
        }
        return new BatchOutcome.Applied();
    }

    /** The structure after a call whose outcome is open or which was refused; empty: nothing can have been applied. */
    private Optional<Workbook> lookAfter(GatewayException problem, SpreadsheetId id) {
        return switch (problem.failure().failureClass()) {
            case RETRYABLE, PAUSE -> Optional.empty();
            case UNKNOWN, STALE, FAILED -> {
                try {
                    yield Optional.of(reader.open(id));
                } catch (GatewayException e) {
                    // The same batch again finds out; the first cause stays in front.
                    throw Unknown.because(problem, e);
                }
            }
        };
    }

    @Override
    public Workbook open(SpreadsheetId id) {
        return reader.open(id);
    }

    @Override
    public Workbook openWith(SpreadsheetId id, List<TabArea> areas, TabVisitor visitor) {
        return reader.openWith(id, areas, visitor);
    }

    @Override
    public List<Reference> references(SpreadsheetId id) {
        return reader.references(id);
    }

    @Override
    public void tabSeen(SpreadsheetId id, int sheetId, String title) {
        reader.tabSeen(id, sheetId, title);
    }

    @Override
    public void scan(SpreadsheetId id, GridArea area, RowVisitor visitor) {
        reader.scan(id, area, visitor);
    }

    @Override
    public void scanAll(SpreadsheetId id, List<GridArea> areas, RowVisitor visitor) {
        reader.scanAll(id, areas, visitor);
    }

    @Override
    public void scanAll(SpreadsheetId id, List<GridArea> areas, Rows rows, RowVisitor visitor) {
        reader.scanAll(id, areas, rows, visitor);
    }
}
