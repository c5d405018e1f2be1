package dev.sheetway.verify.executor;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.StepResult.BackedUp;
import dev.sheetway.contracts.event.StepResult.PlacedColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.participant.Progress;
import dev.sheetway.verify.checks.Anchor;
import dev.sheetway.verify.checks.Survey;
import dev.sheetway.verify.checks.table.Expected;
import dev.sheetway.verify.checks.table.Span;
import dev.sheetway.workspace.RowVisitor;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.Workbook;
import dev.sheetway.workspace.fingerprint.ColumnFingerprints;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Fills one survey: the live tab first, then those columns of the backup that are in doubt. */
final class SurveyRun {
    private final SheetReader reader;
    private final TabSizes sizes;
    private final MigrationPlan plan;
    private final BackedUp backup;
    private final Expected expected;
    private final List<PlacedColumn> placed;
    private final Progress progress;
    private @Nullable Survey survey;
    private @Nullable ColumnFingerprints fingerprints;

    SurveyRun(
            SheetReader reader,
            TabSizes sizes,
            MigrationPlan plan,
            BackedUp backup,
            Expected expected,
            List<PlacedColumn> placed,
            Progress progress) {
        this.reader = reader;
        this.sizes = sizes;
        this.plan = plan;
        this.backup = backup;
        this.expected = expected;
        this.placed = List.copyOf(placed);
        this.progress = progress;
    }

    /** @param survey has all its rows */
    record Seen(Survey survey, Workbook workbook, Workbook.Tab tab) {}

    /** @param sheetId of the plan's tab; empty: by its title */
    Seen look(SpreadsheetId id, OptionalInt sheetId) {
        TabLook.Opened opened = new TabLook(reader, sizes, id, progress).read(plan.tab(), sheetId, this::begin);
        Survey filled = require(survey);
        List<String> digests = require(fingerprints).columns().stream()
                .map(ColumnFingerprints.ColumnFingerprint::digest)
                .toList();
        Optional<Span> doubtful = filled.toRead(digests);
        doubtful.ifPresent(span -> {
            progress.report("comparing with backup \"" + backup.name() + "\"", 0, 0, "rows");
            new BackupTable(reader, backup).read(opened.tab(), span, filled.backup(span));
        });
        return new Seen(filled, opened.workbook(), opened.tab());
    }

    private RowVisitor begin(TabLook.Opened opened) {
        List<Anchor> anchors = Anchors.on(opened.workbook(), opened.tab().sheetId());
        Survey begun = new Survey(plan, opened.tab().title(), backup, expected, placed, anchors);
        ColumnFingerprints digests = new ColumnFingerprints(opened.area());
        survey = begun;
        fingerprints = digests;
        RowVisitor live = begun.live();
        return (area, row, cells) -> {
            digests.row(area, row, cells);
            live.row(area, row, cells);
        };
    }

    private static <T> T require(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the tab was read without being opened");
        }
        return value;
    }
}
