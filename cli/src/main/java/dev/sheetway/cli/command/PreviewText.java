package dev.sheetway.cli.command;

import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.StepView;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.wire.PlanWarnings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a migration would do, for people: the requests and the difference of the headers. */
final class PreviewText {
    private PreviewText() {}

    static String of(MigrationView preview) {
        return result(preview)
                .map(result -> text(result, preview))
                .orElse("no preview: " + preview.reason() + "\nnothing was written");
    }

    static Optional<StepResult.Previewed> result(MigrationView preview) {
        return preview.steps().stream()
                .map(StepView::result)
                .flatMap(Optional::stream)
                .filter(StepResult.Previewed.class::isInstance)
                .map(StepResult.Previewed.class::cast)
                .findFirst();
    }

    private static String text(StepResult.Previewed preview, MigrationView view) {
        if (preview.noop()) {
            return "nothing to do: the sheet has this schema already";
        }
        List<String> lines = new ArrayList<>();
        lines.add("header: " + preview.headersBefore().size() + " to "
                + preview.headersAfter().size() + " columns; " + preview.realRows() + " real rows");
        lines.addAll(difference(preview.headersBefore(), preview.headersAfter()));
        lines.add("one batch of " + preview.requests().size() + " requests:");
        if (preview.batch().isEmpty()) {
            counted(preview.requests()).forEach((kind, count) -> lines.add("  " + count + " x " + kind));
        }
        preview.batch().orElse(List.of()).forEach(line -> lines.add("  " + line));
        view.accepted().map(accepted -> accepted.plan()).ifPresent(plan -> {
            lines.add(Expected.of(preview, plan).text());
            warnings(preview, plan).forEach(warning -> lines.add("warning: " + warning));
        });
        lines.add("nothing was written");
        return String.join("\n", lines);
    }

    /** Those of the plan, then those of this sheet. */
    static List<String> warnings(StepResult.Previewed preview, MigrationPlan plan) {
        List<String> warnings = new ArrayList<>();
        PlanWarnings.of(plan).forEach(warning -> warnings.add(warning.path() + ": " + warning.message()));
        warnings.addAll(preview.warnings());
        return warnings;
    }

    /** {@code +} new, {@code -} gone, each with its 1-based position; unchanged headers are left out. */
    static List<String> difference(List<String> before, List<String> after) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (Collections.frequency(after, before.get(i)) < Collections.frequency(before, before.get(i))) {
                lines.add("  - " + (i + 1) + " " + before.get(i));
            }
        }
        for (int i = 0; i < after.size(); i++) {
            if (Collections.frequency(before, after.get(i)) < Collections.frequency(after, after.get(i))) {
                lines.add("  + " + (i + 1) + " " + after.get(i));
            }
        }
        return lines;
    }

    private static Map<String, Long> counted(List<String> kinds) {
        Map<String, Long> counts = new LinkedHashMap<>();
        kinds.forEach(kind -> counts.merge(kind, 1L, Long::sum));
        return counts;
    }
}
