package dev.sheetway.verify.bench;

import dev.sheetway.contracts.event.StepResult.BackedUp;
import dev.sheetway.contracts.event.StepResult.ColumnDigest;
import dev.sheetway.contracts.event.StepResult.PlacedColumn;
import dev.sheetway.verify.Plans;
import dev.sheetway.verify.checks.Anchor;
import dev.sheetway.verify.checks.Checks;
import dev.sheetway.verify.checks.Survey;
import dev.sheetway.verify.checks.Verdict;
import dev.sheetway.verify.checks.table.Span;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.NumberFormat;
import dev.sheetway.workspace.RowVisitor;
import dev.sheetway.workspace.fingerprint.ColumnFingerprints;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures one verification of 100,000 rows by 66 columns: time, and the heap's high-water mark. No test: run it by hand,
 * {@code java -Xmx256m -XX:+UseSerialGC -cp … dev.sheetway.verify.bench.HundredThousandRows [rows]}. Rows are made on the
 * fly and handed over as the gateway does; what a chunk of its own takes (200,000 cells of about 120 bytes) comes on
 * top. The second look compares every cell: somebody inserted a row at the top.
 */
public final class HundredThousandRows {
    private static final int OLD = 63;
    private static final int COLUMNS = 66;
    private static final Cell BLANK = new Cell(CellContent.BLANK, Optional.empty(), Optional.empty());
    private static final Cell DATE =
            new Cell(CellContent.BLANK, Optional.of(new NumberFormat("DATE", "yyyy-mm-dd")), Optional.empty());
    private static final Cell HOLDER = new Cell(
            CellContent.BLANK, Optional.of(new NumberFormat("TEXT", "@")), Optional.of("^[A-Z]{1,3}\\(\\d+\\)$"));
    private static final Cell ZERO =
            new Cell(new CellContent.Number(0), Optional.of(new NumberFormat("NUMBER", "0")), Optional.empty());

    private final int rows;

    private HundredThousandRows(int rows) {
        this.rows = rows;
    }

    public static void main(String[] arguments) {
        HundredThousandRows table =
                new HundredThousandRows(arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]));
        BackedUp backup = table.backup();
        table.measure("equal to the backup", backup, 0);
        table.measure("a row inserted at the top, everything compared", backup, 1);
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                System.out.printf(
                        "%s: peak %d MiB%n", pool.getName(), pool.getPeakUsage().getUsed() >> 20);
            }
        }
        System.out.printf("heap limit %d MiB%n", Runtime.getRuntime().maxMemory() >> 20);
    }

    private void measure(String name, BackedUp backup, int inserted) {
        long start = System.nanoTime();
        List<PlacedColumn> placed = new ArrayList<>();
        List<Anchor> anchors = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String column = Plans.zeues().addedColumns().get(i).name();
            placed.add(new PlacedColumn(column, OLD + i, i + 1, false));
            anchors.add(new Anchor(i + 1, OLD + i, dev.sheetway.contracts.HeaderName.normalise(column)));
        }
        Survey survey = new Survey(Plans.zeues(), "Operaciones", backup, placed, anchors);
        GridArea grid = new GridArea(7, 0, rows + 1 + inserted, 0, COLUMNS);
        ColumnFingerprints digests = new ColumnFingerprints(grid);
        deliver(grid, true, inserted, (area, row, cells) -> {
            digests.row(area, row, cells);
            survey.live().row(area, row, cells);
        });
        Optional<Span> span = survey.toRead(digests.columns().stream()
                .map(ColumnFingerprints.ColumnFingerprint::digest)
                .toList());
        span.ifPresent(columns -> deliver(
                new GridArea(7, 0, rows + 1, columns.start(), columns.end()), false, 0, survey.backup(columns)));
        Verdict verdict = Checks.ofMigration(survey, Optional.empty());
        System.out.printf(
                "%s: %d rows, %d of 7 passed, backup read: %s, %d ms%n",
                name, rows, verdict.report().passed(), span.isPresent(), (System.nanoTime() - start) / 1_000_000);
    }

    private BackedUp backup() {
        GridArea grid = new GridArea(7, 0, rows + 1, 0, OLD);
        ColumnFingerprints digests = new ColumnFingerprints(grid);
        deliver(grid, false, 0, digests);
        List<ColumnDigest> columns = digests.columns().stream()
                .map(one -> new ColumnDigest(one.column(), header(one.column()), one.cells(), one.digest()))
                .toList();
        return new BackedUp("emulator", Optional.of("x"), Optional.empty(), "x", Instant.EPOCH, 0, columns);
    }

    private static String header(int column) {
        return switch (column) {
            case 6 -> "TAG_SPOOL";
            case OLD -> "Ocupado_Por";
            case OLD + 1 -> "Fecha_Ocupacion";
            case OLD + 2 -> "version";
            default -> "column " + column;
        };
    }

    private void deliver(GridArea area, boolean migrated, int inserted, RowVisitor visitor) {
        for (int row = area.startRow(); row < area.endRow(); row++) {
            List<Cell> cells = new ArrayList<>(area.endColumn() - area.startColumn());
            for (int column = area.startColumn(); column < area.endColumn(); column++) {
                cells.add(cell(row, column, row > 0 ? row - inserted : 0, migrated));
            }
            visitor.row(area, row, cells);
        }
    }

    private static Cell cell(int row, int column, int item, boolean migrated) {
        if (row == 0) {
            return constant(new CellContent.Text(header(column)));
        }
        if (migrated && column >= OLD) {
            return column == OLD ? HOLDER : column == OLD + 1 ? DATE : ZERO;
        }
        return switch (column % 7) {
            case 0 -> constant(new CellContent.Number(item * 31L + column));
            case 1 -> item % 3 == 0 ? BLANK : constant(new CellContent.Text("text " + item % 97));
            case 2 -> constant(new CellContent.Formula("=SUM(A" + (row + 1) + ":C" + (row + 1) + ")*2", ""));
            case 3 -> constant(new CellContent.Number(46_000 + item % 500));
            case 4 -> constant(new CellContent.Bool(item % 2 == 0));
            case 5 -> constant(new CellContent.Number(item / 8.0));
            default -> constant(new CellContent.Text(column == 6 ? "MK-" + item : "note of item " + item));
        };
    }

    private static Cell constant(CellContent content) {
        return new Cell(content, Optional.empty(), Optional.empty());
    }
}
