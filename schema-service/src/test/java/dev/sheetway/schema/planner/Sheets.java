package dev.sheetway.schema.planner;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.schema.mark.Anchor;
import dev.sheetway.schema.mark.Marks;
import dev.sheetway.schema.mark.RecordedVersion;
import dev.sheetway.workspace.Workbook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds snapshots: 100 rows, three spare columns behind the header, every row real. */
final class Sheets {
    static final SpreadsheetId ID = new SpreadsheetId("1ab");
    static final MigrationId MIGRATION = MigrationId.of(ID, "request-1");

    private final List<String> headers;
    private int rows = 100;
    private Optional<String> lockOwner = Optional.empty();
    private final List<RecordedVersion> versions = new ArrayList<>();
    private final List<Anchor> anchors = new ArrayList<>();
    private final Map<Integer, ColumnCells> columns = new LinkedHashMap<>();
    private Optional<RowRanges> realRows = Optional.empty();
    private Optional<AuditTab> audit = Optional.empty();

    private Sheets(List<String> headers) {
        this.headers = headers;
    }

    static Sheets header(String... headers) {
        return new Sheets(List.of(headers));
    }

    Sheets rows(int count) {
        rows = count;
        return this;
    }

    Sheets lockedBy(String owner) {
        lockOwner = Optional.of(owner);
        return this;
    }

    Sheets recorded(String plan, String version) {
        versions.add(new RecordedVersion(900 + versions.size(), plan, version, Optional.empty()));
        return this;
    }

    Sheets anchored(int column, String version) {
        anchors.add(new Anchor(500 + column, 7, column, "earlier", HeaderName.normalise(headers.get(column)), version));
        return this;
    }

    Sheets cells(int column, ColumnCells cells) {
        columns.put(column, cells);
        return this;
    }

    Sheets real(RowRanges wanted) {
        realRows = Optional.of(wanted);
        return this;
    }

    Sheets audited(AuditTab tab) {
        audit = Optional.of(tab);
        return this;
    }

    SheetSnapshot snapshot() {
        RowRanges all = new RowRanges(List.of(new RowRanges.Range(1, rows)));
        return new SheetSnapshot(
                ID,
                "emulator",
                "Registro",
                new Workbook.Tab(7, "Operaciones", 0, rows, headers.size() + 3, false, 1, 0, 0),
                1_000,
                new Marks(lockOwner, versions, anchors, List.of(), Map.of()),
                new HeaderRow(headers),
                realRows.orElse(all),
                columns,
                audit,
                Findings.NONE);
    }

    static Task task(Step step, MigrationPlan plan) {
        CommandHeader header = new CommandHeader(MIGRATION, ID, step, Direction.FORWARD, 1, 1, "sha256:0");
        return new Task(header, plan, Instant.parse("2026-01-26T23:30:00Z"), Limits.GOOGLE);
    }
}
