package dev.sheetway.orchestrator.saga.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.KeptBackup;
import dev.sheetway.contracts.event.EventHeader;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.orchestrator.saga.Input;
import dev.sheetway.orchestrator.saga.Migration;
import dev.sheetway.orchestrator.saga.MigrationSummary;
import dev.sheetway.orchestrator.saga.OutstandingCommands;
import dev.sheetway.orchestrator.saga.SagaState;
import dev.sheetway.orchestrator.saga.SpreadsheetState;
import dev.sheetway.orchestrator.saga.simulation.ModelledOrchestrator.Decided;
import dev.sheetway.orchestrator.saga.simulation.ModelledSheet.Batch;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What must hold after every single event of a run and at its end, by the numbers of the reliability notes. Not here,
 * because they have no meaning without real parts: I10 (the HTTP API's acknowledgement; tests of the shell against a real
 * broker), I12 (canary strings; tests of the services and of the wire), I13 (quota; tests of the gateway).
 */
final class Invariants {
    private final World world;

    Invariants(World world) {
        this.world = world;
    }

    /** I6, I7 (time), I8, I9, I11, I14 and what rolls back when. */
    void afterDecision(SpreadsheetState before, Decided decided) {
        if (decided.record().input() instanceof Input.Answered answered) {
            boolean awaited = OutstandingCommands.of(before).stream().anyMatch(each -> each.header()
                    .commandId()
                    .equals(answered.event().header().commandId()));
            assertThat(awaited || decided.entries().isEmpty())
                    .as("I8, I11: only an answer to the outstanding command changes anything: %s", answered)
                    .isTrue();
        }
        Instant at = later(before.time(), decided.record().at());
        SpreadsheetState state = before;
        for (JournalEntry entry : decided.entries()) {
            assertThat(entry.header().at()).as("I14: append time alone is time").isEqualTo(at);
            SpreadsheetState after = ModelledOrchestrator.fold(state, List.of(entry));
            EntryRules.check(world, state, entry, decided.record());
            state = after;
        }
        long live = world.orchestrator().states().stream()
                .filter(each -> each.live().isPresent())
                .count();
        assertThat(live).as("I6: migrations under way on one spreadsheet").isLessThanOrEqualTo(1);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** I5, I9 and that an effect happens once, under the migration's own lock. */
    void afterLanding(Batch batch, ModelledSheet before) {
        boolean writes = batch.changes().stream().anyMatch(Change.WriteRecord.class::isInstance);
        if (writes) {
            assertThat(before.fences()).as("I5: nothing lands behind a fence").doesNotContain(batch.effect());
            assertThat(before.records()).as("an effect happens once").doesNotContain(batch.effect());
        }
        if (writes && batch.effect().step() == Step.EXPAND) {
            MigrationId id = batch.effect().migrationId();
            assertThat(before.records())
                    .as("no batch that was there before a restore lands behind it: %s", batch)
                    .doesNotContain(new EffectId(id, Step.BACKUP, Direction.ROLLBACK, 1));
        }
        if (World.addsColumns(batch)) {
            assertThat(before.lock())
                    .as("expand lands under its migration's lock")
                    .isEqualTo(Optional.of(batch.effect().migrationId()));
        }
        afterSheetChange();
    }

    /** I1, I2, I3: people's columns are as if we had never been there, ours are there as a whole or not at all. */
    void afterSheetChange() {
        ModelledSheet sheet = world.sheet();
        Set<Integer> kept = new HashSet<>();
        Set<MigrationId> owners = new HashSet<>();
        for (Column column : sheet.columns()) {
            column.anchor().ifPresent(owners::add);
            kept.addAll(column.values().values());
        }
        sheet.archive().forEach(column -> kept.addAll(column.values().values()));
        for (Column expected : sheet.expected().values()) {
            hold(
                    expected.anchor().isPresent() || sheet.columns().contains(expected),
                    () -> "I1, I3: people's column is lost or changed: " + expected + " in " + sheet.columns());
        }
        hold(
                kept.containsAll(sheet.typedIntoOurs()),
                () -> "I1: what people typed into our columns, " + sheet.typedIntoOurs() + ", is lost in "
                        + sheet.columns());
        owners.forEach(owner -> hold(
                sheet.columnsOf(owner) == Change.ADDED,
                () -> "I2: columns of migration " + owner + ": " + sheet.columnsOf(owner)));
    }

    /** Cheaper than an assertion library where it is asked a million times. */
    private static void hold(boolean condition, Supplier<String> otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise.get());
        }
    }

    /** A committed command offset means that an answer is in the log. */
    void afterAcknowledgement(Command command) {
        boolean answered = world.orchestrator().events(command.participant()).records().stream()
                .map(each -> ((Input.Answered) each.input()).event().header())
                .anyMatch(EventHeader.answering(command.header())::equals);
        assertThat(answered).as("the answer is in the log before the offset").isTrue();
    }

    /** What is gone is gone: only what the plan gives up, and not a moment before by any clock. */
    void afterRemoval(MigrationId id, KeptBackup backup) {
        RetentionRules.removed(world, id, backup);
    }

    /** I2, I3, I4 and I7 when nothing is under way any more. */
    void atTheEnd() {
        for (SpreadsheetState state : world.orchestrator().states()) {
            assertThat(state.active()).as("I4: everything has ended").isEmpty();
            state.ended().forEach(this::ended);
        }
        assertThat(world.sheet().lock().filter(holder -> !isAbandoned(holder)))
                .as("I3: lock")
                .isEmpty();
        Replay.check(world);
    }

    /** When two deliveries of one open disagree, it may hold the lock after its end: the next open takes it over. */
    private boolean isAbandoned(MigrationId holder) {
        return world.orchestrator().states().stream()
                .anyMatch(each -> each.abandoned().contains(holder));
    }

    private void ended(MigrationSummary summary) {
        boolean inPlace = summary.outcome() instanceof SagaState.Completed completed && !completed.noop();
        assertThat(world.sheet().columnsOf(summary.migrationId()))
                .as("I2: columns of %s, with every late batch landed", summary)
                .isEqualTo(inPlace ? Change.ADDED : 0);
        boolean baseline = summary.acceptance().kind() == JournalEntry.Kind.BASELINE;
        if (baseline && !(summary.outcome() instanceof SagaState.Baselined)) {
            // anchors and a version alone: nothing fences what a refused or cancelled baseline may still write
            return;
        }
        assertThat(world.sheet().versions().contains(summary.migrationId()))
                .as("version recorded by %s", summary)
                .isEqualTo(inPlace || summary.outcome() instanceof SagaState.Baselined);
    }

    static Optional<Migration> live(World world) {
        return world.orchestrator().states().stream()
                .flatMap(each -> each.live().stream())
                .findFirst();
    }
}
