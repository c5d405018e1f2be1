package dev.sheetway.cli.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.StepView;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.emulator.workbook.NewRows;
import dev.sheetway.wire.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The rows that a migration is meant to add to the plan's audit tab: one for each step that it completed, and no other.
 *
 * @param tab empty: none
 * @param completed each {@code step/DIRECTION}, as in the rows' {@code effect}
 * @param begun the same, and what was commanded and failed: its batch may have been applied
 */
public record AuditTrail(Optional<String> tab, Set<String> completed, Set<String> begun) {
    public static final AuditTrail NONE = new AuditTrail(Optional.empty(), Set.of(), Set.of());
    /** Of an audit row. */
    static final int COLUMNS = 10;

    private static final int METADATA = 9;
    /** A batch that met an edit is repeated, a backup that grew old is made again. */
    private static final Set<String> REPEATED = Set.of("expand/ROLLBACK", "backup/FORWARD");

    public AuditTrail {
        completed = Set.copyOf(completed);
        begun = Set.copyOf(begun);
    }

    public static AuditTrail of(MigrationPlan plan, MigrationView migration) {
        return new AuditTrail(
                plan.audit(),
                legs(migration.steps().stream()
                        .filter(step -> step.state() == StepView.State.COMPLETED)
                        .toList()),
                legs(migration.steps()));
    }

    private static Set<String> legs(List<StepView> steps) {
        return steps.stream()
                .map(step -> step.step().wireName() + "/" + step.direction())
                .collect(Collectors.toSet());
    }

    /** What is wrong with the rows that were added; empty: each is there and is what a reader of that tab expects. */
    List<String> problems(NewRows added) {
        List<String> problems = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < added.rows().size(); i++) {
            List<String> row = added.rows().get(i);
            String where = tab.orElse("") + ": row " + (added.first() + i + 1);
            Optional<String> leg = leg(row);
            if (leg.isEmpty()) {
                problems.add(where + " is no audit row");
            } else if (!ids.add(row.getFirst()) || (!found.add(leg.get()) && !REPEATED.contains(leg.get()))) {
                problems.add(where + " is the second one of " + leg.get());
            } else if (!begun.contains(leg.get())) {
                problems.add(where + " is of " + leg.get() + ", which never began");
            }
        }
        Set<String> missing = new TreeSet<>(due());
        missing.removeAll(found);
        missing.forEach(leg -> problems.add(tab.orElse("") + ": no audit row of " + leg));
        return problems;
    }

    /** The rows of steps that only read are written by the close that follows. */
    private Set<String> due() {
        boolean rollback = completed.contains("close/ROLLBACK");
        boolean forward = completed.contains("close/FORWARD");
        return completed.stream()
                .filter(leg -> rollback || (forward && leg.endsWith("/FORWARD")))
                .filter(leg -> tab.isPresent())
                .collect(Collectors.toSet());
    }

    private static Optional<String> leg(List<String> row) {
        try {
            UUID.fromString(row.getFirst());
            Instant.parse(row.get(1));
            JsonNode metadata = Json.mapper().readTree(row.get(METADATA));
            String[] effect = metadata.path("effect").asText().split("/", -1);
            boolean named = row.get(5).equals("SYSTEM") && row.get(6).equals("MIGRATION");
            return row.size() == COLUMNS && named && effect.length > 1
                    ? Optional.of(effect[0] + "/" + effect[1])
                    : Optional.empty();
        } catch (DateTimeException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | JsonProcessingException no) {
            return Optional.empty();
        }
    }
}
