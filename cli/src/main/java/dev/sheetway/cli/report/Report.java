package dev.sheetway.cli.report;

import dev.sheetway.cli.evidence.Evidence;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.StepView;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.check.CheckReport;
import dev.sheetway.contracts.event.StepResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a report tells.
 *
 * @param calls number of Google calls where it was counted, as text; empty: not known
 */
public record Report(MigrationView migration, List<Evidence> evidence, Optional<String> calls) {
    public Report {
        evidence = List.copyOf(evidence);
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

    List<String> headersBefore() {
        return result(Step.OPEN, Direction.FORWARD, StepResult.Opened.class)
                .map(StepResult.Opened::headers)
                .orElse(List.of());
    }

    /** As the expand batch left it; empty when there was none. */
    List<String> headersAfter() {
        return result(Step.EXPAND, Direction.FORWARD, StepResult.Expanded.class)
                .map(this::headersAfter)
                .orElse(List.of());
    }

    private List<String> headersAfter(StepResult.Expanded expanded) {
        List<String> headers = new ArrayList<>(headersBefore());
        expanded.columns().stream()
                .filter(column -> !column.adopted())
                .sorted(Comparator.comparingInt(StepResult.PlacedColumn::columnIndex))
                .forEach(column -> headers.add(Math.min(column.columnIndex(), headers.size()), column.name()));
        return headers;
    }

    /** The smoke suites that had a turn, or would have had one. */
    List<SmokeSuite> smoke() {
        List<SmokeSuite> suites = new ArrayList<>();
        migration.accepted().ifPresent(accepted -> {
            suites.add(suite(Direction.FORWARD, accepted.plan().to()));
            if (migration.step(Step.EXPAND, Direction.ROLLBACK).isPresent()) {
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
