package dev.sheetway.schema.planner;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.StepResult.Opened;
import dev.sheetway.contracts.plan.AddTab;
import dev.sheetway.workspace.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Preflight and lock. */
public final class OpenPlanner {
    private OpenPlanner() {}

    /** The lock, or nothing when the sheet has the target schema or this migration opened it before. */
    public static Planned<Opened> plan(SheetSnapshot sheet, Task task) {
        return plan(sheet, task, List.of());
    }

    /** @param abandoned migrations whose lock nobody will give back: it is taken over */
    public static Planned<Opened> plan(SheetSnapshot sheet, Task task, List<MigrationId> abandoned) {
        boolean ours =
                sheet.marks().lockOwner().equals(Optional.of(task.migrationId().toString()));
        if (ours || sheet.marks().record(task.header().effectId()).isPresent()) {
            return new Planned.NothingToDo<>(opened(sheet, false));
        }
        boolean left = sheet.marks().isLockOfAny(abandoned);
        Optional<Failure> locked = left ? Optional.empty() : Preflight.locked(sheet, task.migrationId());
        Optional<Failure> refused = locked.or(() -> Preflight.changed(sheet, task));
        if (refused.isPresent()) {
            return new Planned.Refused<>(refused.get());
        }
        if (alreadyMigrated(sheet, task)) {
            return new Planned.NothingToDo<>(opened(sheet, true));
        }
        return Preflight.unlocked(sheet, task.plan(), task.limits())
                .<Planned<Opened>>map(Planned.Refused::new)
                .orElseGet(() -> lock(sheet, task, left));
    }

    private static Planned<Opened> lock(SheetSnapshot sheet, Task task, boolean left) {
        Opened result = opened(sheet, false);
        List<Effect> effects = new ArrayList<>();
        if (left) {
            effects.add(new Effect.ReleaseLock());
        }
        effects.add(new Effect.TakeLock(task.migrationId().toString()));
        sheet.audit()
                .ifPresent(tab -> effects.addAll(AuditRows.effects(
                        tab, List.of(AuditEntry.ofEffect(task, "OPEN", result.summary(), List.of())))));
        return new Planned.Write<>(sheet.tab().sheetId(), effects, result);
    }

    /** Whether the version is recorded under the plan's name and every column of the plan stands there, anchored. */
    static boolean alreadyMigrated(SheetSnapshot sheet, Task task) {
        boolean recorded = sheet.marks()
                .version(task.plan().name())
                .filter(version -> version.version().equals(task.plan().to()))
                .isPresent();
        return recorded
                && PlanColumn.of(sheet, task.plan()).stream().allMatch(PlanColumn::anchored)
                && ColumnChanges.of(sheet.header(), task.plan()).headerDone()
                && task.plan().changes(AddTab.class).stream()
                        .allMatch(tab -> sheet.findings().tabs().containsKey(tab.title()));
    }

    private static Opened opened(SheetSnapshot sheet, boolean alreadyMigrated) {
        return new Opened(
                sheet.source(),
                sheet.title(),
                sheet.tab().sheetId(),
                sheet.tab().rowCount(),
                sheet.tab().columnCount(),
                sheet.header().texts(),
                sheet.realRows().count(),
                alreadyMigrated);
    }
}
