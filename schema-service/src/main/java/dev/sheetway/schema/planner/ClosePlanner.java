package dev.sheetway.schema.planner;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.command.CompletedStep;
import dev.sheetway.contracts.event.StepResult.Closed;
import dev.sheetway.schema.mark.Marks;
import dev.sheetway.schema.mark.RecordedVersion;
import dev.sheetway.workspace.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Audit rows of the steps that had no batch to write theirs in, the lock released, the schema version recorded. */
public final class ClosePlanner {
    private ClosePlanner() {}

    /**
     * What closing needs to know.
     *
     * @param slotSheetId any tab that exists
     * @param audit empty: no audit rows
     */
    public record Scene(String source, int slotSheetId, Marks marks, Optional<AuditTab> audit) {}

    /** Works without a lock too: an open step may have failed before it took it. */
    public static Planned<Closed> plan(Scene scene, Task task, String version, List<CompletedStep> steps) {
        Closed result = new Closed(scene.source(), version);
        if (scene.marks().record(task.header().effectId()).isPresent()) {
            return new Planned.NothingToDo<>(result);
        }
        List<Effect> effects = new ArrayList<>();
        scene.audit()
                .ifPresent(tab -> effects.addAll(AuditRows.effects(tab, entries(scene.marks(), task, steps, result))));
        if (scene.marks().lockOwner().equals(Optional.of(task.migrationId().toString()))) {
            effects.add(new Effect.ReleaseLock());
        }
        if (task.header().direction() == Direction.ROLLBACK) {
            // a rollback finds columns by them until it is done
            scene.marks().onColumns(task.migrationId()).forEach(id -> effects.add(new Effect.RemoveMetadata(id)));
        }
        effects.addAll(record(scene.marks(), task, version));
        return new Planned.Write<>(scene.slotSheetId(), effects, result);
    }

    private static List<AuditEntry> entries(Marks marks, Task task, List<CompletedStep> steps, Closed result) {
        List<AuditEntry> entries = new ArrayList<>(steps.stream()
                // a step that had a batch wrote its row there
                .filter(step -> !marks.hasRecord(task.migrationId(), step.step(), step.direction()))
                .map(step -> AuditEntry.ofStep(task, step))
                .toList());
        entries.add(AuditEntry.ofEffect(task, "CLOSE", result.summary(), List.of()));
        return entries;
    }

    private static List<Effect> record(Marks marks, Task task, String version) {
        List<Integer> old = marks.versions().stream()
                .filter(recorded -> recorded.plan().equals(task.plan().name()))
                .map(RecordedVersion::metadataId)
                .toList();
        List<Effect> effects = new ArrayList<>();
        old.stream().skip(1).forEach(id -> effects.add(new Effect.RemoveMetadata(id)));
        effects.add(new Effect.PutSpreadsheetMetadata(
                old.stream().findFirst(),
                RecordedVersion.KEY,
                RecordedVersion.value(
                        task.plan().name(),
                        version,
                        task.migrationId(),
                        // a rollback's plan did not lead to the version that it restores
                        Optional.of(task.header().planChecksum())
                                .filter(sum -> version.equals(task.plan().to())))));
        return effects;
    }
}
