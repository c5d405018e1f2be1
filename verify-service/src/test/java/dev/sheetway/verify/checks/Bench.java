package dev.sheetway.verify.checks;

import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.check.Check;
import dev.sheetway.contracts.command.EditsAccepted;
import dev.sheetway.contracts.event.StepResult.BackedUp;
import dev.sheetway.contracts.event.StepResult.ColumnDigest;
import dev.sheetway.contracts.event.StepResult.PlacedColumn;
import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.verify.Plans;
import dev.sheetway.verify.Sheet;
import dev.sheetway.verify.checks.table.Expected;
import dev.sheetway.verify.checks.table.RowFunction;
import dev.sheetway.verify.checks.table.Span;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.fingerprint.ColumnFingerprints;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A backup, the sheet right after expand, and what people or a defect make of it before the checks. */
final class Bench {
    private static final String RULE =
            "{\"condition\":{\"type\":\"CUSTOM_FORMULA\",\"values\":[{\"userEnteredValue\":\"=REGEXMATCH(F2,\\\"^[A-Z]{1,3}\\\\(\\\\d+\\\\)$\\\")\"}]},\"strict\":true}";

    private final MigrationPlan plan;
    private final Sheet backup;
    private final Sheet live;
    private final List<Anchor> anchors = new ArrayList<>();
    private Optional<EditsAccepted> accepted = Optional.empty();

    Bench(MigrationPlan plan, Sheet backup, Sheet live) {
        this.plan = plan;
        this.backup = backup;
        this.live = live;
    }

    /** Five old columns and {@code rows} real rows, migrated as the reference workload is. */
    static Bench zeues(int rows) {
        Sheet old = new Sheet().row("id", "TAG_SPOOL", "DIAM", "Total", "Notas");
        for (int i = 0; i < rows; i++) {
            int line = i + 2;
            old.row(i % 3 == 0 ? i : "", "MK-" + i, 0.5 * i, "=C" + line + "*2", i % 5 == 0 ? "nota " + i : "");
        }
        Bench bench = new Bench(Plans.zeues(), old, old.copy());
        bench.expand(5);
        return bench;
    }

    private void expand(int at) {
        live.set(0, at, "Ocupado_Por").set(0, at + 1, "Fecha_Ocupacion").set(0, at + 2, "version");
        for (int row = 1; row < live.height(); row++) {
            live.set(row, at, holder(""));
            live.set(row, at + 1, since(""));
            live.set(row, at + 2, version(0));
        }
        for (int i = 0; i < 3; i++) {
            anchors.add(new Anchor(
                    100 + i, at + i, HeaderName.normalise(columns().get(i).name())));
        }
    }

    private List<AddColumn> columns() {
        return plan.addedColumns();
    }

    static Object holder(Object value) {
        return Sheet.validated(value, RULE);
    }

    static Object since(Object value) {
        return Sheet.formatted(value, "DATE", "yyyy-mm-dd");
    }

    static Object version(Object value) {
        return Sheet.formatted(value, "NUMBER", "0");
    }

    /** Somebody says that all edits are people's. */
    Bench accepting(String by) {
        accepted = Optional.of(new EditsAccepted(by, Instant.parse("2026-03-01T18:00:00Z")));
        return this;
    }

    Sheet live() {
        return live;
    }

    Sheet old() {
        return backup;
    }

    List<Anchor> anchors() {
        return anchors;
    }

    Survey survey() {
        return survey(placed());
    }

    private List<PlacedColumn> placed() {
        return anchors.stream()
                .map(anchor -> new PlacedColumn(anchor.name(), anchor.column(), anchor.id(), false))
                .toList();
    }

    /** @param compile of back-fills, for a plan that changes what was there */
    Survey survey(Function<String, RowFunction> compile) {
        BackedUp backedUp = backedUp(plan, backup);
        return read(new Survey(
                plan,
                "Operaciones",
                backedUp,
                Expected.changed(plan, backedUp.tabDigests(), compile),
                placed(),
                anchors));
    }

    private Survey survey(List<PlacedColumn> placed) {
        return read(new Survey(plan, "Operaciones", backedUp(plan, backup), placed, anchors));
    }

    private Survey read(Survey survey) {
        GridArea grid = new GridArea(7, 0, live.height() + 10, 0, live.width() + 2);
        ColumnFingerprints digests = new ColumnFingerprints(grid);
        live.scan(grid, (area, row, cells) -> {
            digests.row(area, row, cells);
            survey.live().row(area, row, cells);
        });
        survey.toRead(digests.columns().stream()
                        .map(ColumnFingerprints.ColumnFingerprint::digest)
                        .toList())
                .ifPresent(span -> backup.scan(area(span), survey.backup(span)));
        return survey;
    }

    private GridArea area(Span span) {
        return new GridArea(7, 0, backup.height(), span.start(), span.end());
    }

    Verdict migration() {
        return Checks.ofMigration(survey(), accepted);
    }

    Verdict rollback() {
        return Checks.ofRollback(survey(List.of()), new dev.sheetway.verify.checks.table.Differences(), accepted);
    }

    static BackedUp backedUp(MigrationPlan plan, Sheet sheet) {
        GridArea grid = new GridArea(7, 0, sheet.height(), 0, sheet.width() + 3);
        ColumnFingerprints digests = new ColumnFingerprints(grid);
        sheet.scan(grid, digests);
        List<ColumnDigest> columns = digests.columns().stream()
                .map(column -> new ColumnDigest(
                        column.column(),
                        sheet.get(plan.headerRow() - 1, column.column())
                                .content()
                                .asText(),
                        column.cells(),
                        column.digest()))
                .toList();
        return new BackedUp("emulator", Optional.of("copy"), Optional.empty(), "backup", Instant.EPOCH, 0, columns);
    }

    static Check check(Verdict verdict, String id) {
        return verdict.report().checks().stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static List<String> failed(Verdict verdict) {
        return verdict.report().checks().stream()
                .filter(check -> !check.passed())
                .map(Check::id)
                .toList();
    }
}
