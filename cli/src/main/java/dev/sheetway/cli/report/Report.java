package dev.sheetway.cli.report;

import dev.sheetway.cli.evidence.Evidence;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.StepView;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.check.CheckReport;
import dev.sheetway.contracts.event.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a report tells.
 *
 * @param calls number of Google calls as whoever was called counted them, as text; empty: as the services did
 * @param archived what the migration keeps in the workbook
 */
public record Report(MigrationView migration, List<Evidence> evidence, Optional<String> calls, Archived archived) {
    public Report {
        evidence = List.copyOf(evidence);
    }

    /** Of the journal alone. */
    public Report(MigrationView migration, List<Evidence> evidence, Optional<String> calls) {
        this(
                migration,
                evidence,
                calls,
                Kept.of(migration)
                        .<Archived>map(
                                kept -> new Archived.NotRead(kept.titles(), "this report is of the journal alone"))
                        .orElseGet(Archived.Nothing::new));
    }

    private <R extends StepResult> Optional<R> result(Step step, Direction direction, Class<R> type) {
        return migration
                .step(step, direction)
                .flatMap(StepView::result)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** The seven checks of the newest forward verification, passed or not. */
    Optional<CheckReport> checks() {
        return result(Step.VERIFY, Direction.FORWARD, StepResult.Verified.class).map(StepResult.Verified::report);
    }

    /** The checks of the rollback. */
    Optional<CheckReport> rollbackChecks() {
        return result(Step.VERIFY, Direction.ROLLBACK, StepResult.RollbackVerified.class)
                .map(StepResult.RollbackVerified::report);
    }

    /** {@code google} or {@code emulator}; {@code unknown} when no step answered. */
    String source() {
        return migration.steps().stream()
                .flatMap(step -> step.result().stream())
                .map(StepResult::source)
                .findFirst()
                .orElse("unknown");
    }

    Optional<StepResult.Opened> opened() {
        return result(Step.OPEN, Direction.FORWARD, StepResult.Opened.class);
    }

    Optional<StepResult.BackedUp> backup() {
        return result(Step.BACKUP, Direction.FORWARD, StepResult.BackedUp.class);
    }

    Optional<StepResult.Expanded> expanded() {
        return result(Step.EXPAND, Direction.FORWARD, StepResult.Expanded.class);
    }

    Optional<StepResult.Contracted> contracted() {
        return result(Step.EXPAND, Direction.ROLLBACK, StepResult.Contracted.class);
    }

    Optional<StepResult.Previewed> previewed() {
        return migration.steps().stream()
                .flatMap(step -> step.result().stream())
                .filter(StepResult.Previewed.class::isInstance)
                .map(StepResult.Previewed.class::cast)
                .findFirst();
    }

    /** The smoke suites that had a turn, or would have had one. */
    List<SmokeSuite> smoke() {
        List<SmokeSuite> suites = new ArrayList<>();
        migration.accepted().ifPresent(accepted -> {
            suites.add(suite(Direction.FORWARD, accepted.plan().to()));
            if (migration.isTakenBack()) {
                suites.add(suite(Direction.ROLLBACK, accepted.plan().from()));
            }
        });
        return suites;
    }

    private SmokeSuite suite(Direction direction, String version) {
        return result(Step.SMOKE, direction, StepResult.SmokeRan.class)
                .map(ran -> SmokeSuite.ran(direction, ran.report()))
                .orElseGet(() -> SmokeSuite.skipped(
                        direction,
                        version,
                        migration.accepted().orElseThrow().plan().smokeFor(version)));
    }
}
