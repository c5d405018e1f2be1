package dev.sheetway.workspace.google;

import com.google.api.services.sheets.v4.model.Request;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.SlotState;
import dev.sheetway.workspace.Workbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Occupies slots. Each round fences in one batch all effects that were free when last looked; a refusal means that one
 * of them was taken meanwhile, by a late batch or by an earlier occupation whose answer was lost, so it looks again.
 * Idempotent: an effect with a fence is impossible, whoever set it.
 */
final class Occupier {
    private final GoogleSheetReader reader;
    private final BatchSender sender;
    private final ExactlyOnce slots;
    private final TabTitles titles;

    Occupier(GoogleSheetReader reader, BatchSender sender, ExactlyOnce slots, TabTitles titles) {
        this.reader = reader;
        this.sender = sender;
        this.slots = slots;
        this.titles = titles;
    }

    /** @throws GatewayException class PAUSE when a slot is taken and nobody knows why; UNKNOWN: call again */
    List<SlotState> occupy(SpreadsheetId id, List<EffectId> effects) {
        if (effects.isEmpty()) {
            return List.of();
        }
        Optional<Integer> tab = titles.anyTab(id);
        if (tab.isPresent() && fence(id, effects, tab.get(), Optional.empty()).isEmpty()) {
            return effects.stream().<SlotState>map(SlotState.Impossible::new).toList();
        }
        List<EffectId> before = List.of();
        Optional<GatewayException> refusal = Optional.empty();
        while (true) {
            Workbook workbook = reader.open(id);
            List<EffectId> free = free(workbook, effects);
            if (free.isEmpty()) {
                return states(workbook, effects);
            }
            // Each round has an effect less that is free; otherwise the refusal has another reason.
            if (refusal.isPresent() && free.equals(before)) {
                throw refusal.get();
            }
            refusal = fence(id, free, workbook.slotTab().sheetId(), Optional.of(workbook));
            if (refusal.isEmpty()) {
                return states(workbook, effects);
            }
            before = free;
        }
    }

    /** The refusal, after which to look again; empty: the fences stand now. */
    private Optional<GatewayException> fence(
            SpreadsheetId id, List<EffectId> effects, int sheetId, Optional<Workbook> seen) {
        List<Request> requests = effects.stream()
                .flatMap(effect -> slots.fence(effect, sheetId, seen).stream())
                .toList();
        try {
            sender.send(id, "occupying " + effects.size() + " slots", requests);
            return Optional.empty();
        } catch (GatewayException e) {
            return switch (e.failure().failureClass()) {
                case FAILED, STALE -> Optional.of(e);
                case UNKNOWN -> afterUnknown(id, effects, e);
                case RETRYABLE, PAUSE -> throw e;
            };
        }
    }

    private Optional<GatewayException> afterUnknown(
            SpreadsheetId id, List<EffectId> effects, GatewayException problem) {
        try {
            if (free(reader.open(id), effects).isEmpty()) {
                return Optional.of(problem);
            }
        } catch (GatewayException reading) {
            problem.addSuppressed(reading);
        }
        throw problem;
    }

    private List<EffectId> free(Workbook workbook, List<EffectId> effects) {
        return effects.stream()
                .filter(effect -> slots.look(workbook, effect) instanceof Slot.Free)
                .toList();
    }

    /** @param workbook as read before the free ones were fenced */
    private List<SlotState> states(Workbook workbook, List<EffectId> effects) {
        List<SlotState> states = new ArrayList<>();
        for (EffectId effect : effects) {
            states.add(
                    switch (slots.look(workbook, effect)) {
                        case Slot.Free free -> new SlotState.Impossible(effect);
                        case Slot.Fenced fenced -> new SlotState.Impossible(effect);
                        case Slot.Recorded recorded -> new SlotState.Applied(effect, recorded.record());
                        case Slot.Unaccounted taken ->
                            throw new GatewayException(Verdicts.slotWithoutRecord(workbook, effect.path()));
                    });
        }
        return states;
    }
}
