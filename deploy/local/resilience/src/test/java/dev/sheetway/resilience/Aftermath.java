package dev.sheetway.resilience;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.Outcome;
import dev.sheetway.cli.rehearsal.AuditTrail;
import dev.sheetway.cli.rehearsal.WorkbookProof;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.emulator.workbook.NewColumns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold after every migration, whatever was done to it: nothing twice, nothing lost. */
final class Aftermath {
    private static final int OLD_COLUMNS = 63;
    private static final String ARCHIVE = "sheetway";

    private final Arena arena;
    private final SpreadsheetId sheet;
    private final List<String> problems = new ArrayList<>();

    private Aftermath(Arena arena, SpreadsheetId sheet) {
        this.arena = arena;
        this.sheet = sheet;
    }

    /**
     * Empty when everything is as it must be.
     *
     * @param allowed how the migration may have ended
     * @param untouched the workbook without a migration, but with the same edits by people
     */
    static List<String> problems(
            Arena arena, MigrationView migration, Set<Outcome> allowed, SpreadsheetId sheet, byte[] untouched) {
        return problems(arena, migration, allowed, sheet, untouched, plannedColumns(arena, sheet, migration));
    }

    /** @param planned where the new columns must be now, given what people did */
    static List<String> problems(
            Arena arena,
            MigrationView migration,
            Set<Outcome> allowed,
            SpreadsheetId sheet,
            byte[] untouched,
            NewColumns planned) {
        Aftermath after = new Aftermath(arena, sheet);
        if (!allowed.contains(migration.outcome())) {
            after.problems.add(
                    "ended " + migration.outcome().wireName() + ", allowed are " + allowed + ": " + migration.reason());
        }
        after.eachStepCompletedOnce(migration);
        if (migration.outcome() == Outcome.COMPLETED) {
            after.oneBackup(migration);
        }
        after.eachEffectRecordedOnce(
                Set.of(Outcome.COMPLETED, Outcome.ROLLED_BACK, Outcome.REJECTED).contains(migration.outcome()));
        if (migration.outcome() == Outcome.ROLLED_BACK) {
            after.noMarkOnAColumn();
        }
        after.nothingLost(planned, AuditTrail.of(arena.plan(), migration), untouched);
        return after.problems;
    }

    /**
     * Where the plan's columns must be: nowhere when they were taken back, else where they are; nowhere is right, too,
     * while a person is needed.
     */
    static NewColumns plannedColumns(Arena arena, SpreadsheetId sheet, MigrationView migration) {
        if (migration.outcome() == Outcome.ROLLED_BACK || migration.outcome() == Outcome.REJECTED) {
            return NewColumns.NONE;
        }
        List<String> names =
                arena.plan().addedColumns().stream().map(AddColumn::name).toList();
        for (String tab : arena.tabs(sheet)) {
            int first = arena.header(sheet, tab).indexOf(names.getFirst());
            if (first >= 0 && !tab.startsWith(ARCHIVE)) {
                return new NewColumns(tab, first, names.size());
            }
        }
        return migration.outcome() == Outcome.COMPLETED
                ? new NewColumns(arena.plan().tab(), OLD_COLUMNS, names.size())
                : NewColumns.NONE;
    }

    private void eachStepCompletedOnce(MigrationView migration) {
        Map<Leg, Integer> completions = new HashMap<>();
        migration.entries().stream()
                .map(recorded -> recorded.entry())
                .filter(JournalEntry.StepCompleted.class::isInstance)
                .forEach(entry -> completions.merge(
                        new Leg(
                                entry.header().step().orElseThrow(),
                                entry.header().direction()),
                        1,
                        Integer::sum));
        completions.forEach((leg, times) -> {
            if (times > 1) {
                problems.add(leg + " completed " + times + " times");
            }
        });
    }

    private void oneBackup(MigrationView migration) {
        boolean backedUp = migration
                .step(Step.BACKUP, Direction.FORWARD)
                .flatMap(step -> step.result())
                .filter(StepResult.BackedUp.class::isInstance)
                .map(StepResult.BackedUp.class::cast)
                .flatMap(StepResult.BackedUp::backupSpreadsheetId)
                .map(id -> arena.ask("/v4/spreadsheets/" + id + "?fields=spreadsheetId"))
                .isPresent();
        if (!backedUp) {
            problems.add("no backup that is there");
        }
    }

    /** Records and slots on the sheet itself: what Google applied. */
    private void eachEffectRecordedOnce(boolean ended) {
        boolean lockHolder = false;
        JsonNode marks = arena.ask("/v4/spreadsheets/" + sheet + "?fields=developerMetadata,namedRanges");
        Set<String> effects = new HashSet<>();
        for (JsonNode metadata : marks.path("developerMetadata")) {
            if (metadata.path("metadataKey").asText().equals("sheetway.record")
                    && !effects.add(metadata.path("metadataValue").asText())) {
                problems.add("an effect has two records");
            }
            if (metadata.path("metadataKey").asText().equals("sheetway.lock")) {
                lockHolder = true;
            }
        }
        if (ended && lockHolder) {
            problems.add("the lock is still there");
        }
        Set<String> names = new HashSet<>();
        for (JsonNode range : marks.path("namedRanges")) {
            if (!names.add(range.path("name").asText())) {
                problems.add("two named ranges \"" + range.path("name").asText() + "\"");
            }
        }
    }

    /** The old schema is back: neither what finds our columns nor what would take the rollback back. */
    private void noMarkOnAColumn() {
        List<String> keys = arena.ask("/v4/spreadsheets/" + sheet
                        + "?fields=sheets.data.columnMetadata.developerMetadata.metadataKey")
                .findValuesAsText("metadataKey");
        if (keys.stream().anyMatch(key -> key.startsWith("sheetway"))) {
            problems.add("marks on columns after the rollback: " + keys);
        }
    }

    private void nothingLost(NewColumns planned, AuditTrail audit, byte[] untouched) {
        try {
            WorkbookProof proof = WorkbookProof.of(untouched, arena.export(sheet), planned, audit);
            if (proof.cellsCompared() == 0) {
                problems.add("no cell was compared");
            }
            problems.addAll(proof.unexpected());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
