package dev.sheetway.workspace.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.RowVisitor;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * 66 columns in a process of its own with a small heap: in the build an eighth of 100,000 rows in an eighth of 256 MiB
 * and what a JVM needs for itself; all of it with {@code -Dsheetway.rows=100000}.
 */
class SmallHeapIT {
    private static final int WHOLE = 100_000;
    private static final int ROWS = Integer.getInteger("sheetway.rows", WHOLE / 8);
    private static final int HEAP_MEBIBYTES = ROWS < WHOLE ? 48 : 256;
    private static final int COLUMNS = 66;

    @Test
    void fingerprintsAndComparesALargeTableInASmallHeap() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-Xmx" + HEAP_MEBIBYTES + "m",
                        "-Dsheetway.rows=" + ROWS,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SmallHeapIT.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(new File("target/small-heap.txt")))
                .start();

        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();

        assertThat(Path.of("target/small-heap.txt")).content().isEqualToIgnoringNewLines("66 columns, 1 inserted");
        assertThat(process.exitValue()).isZero();
    }

    /** Reads the table twice, with one more row at the top the second time, and compares. */
    public static void main(String[] arguments) {
        GridArea area = new GridArea(0, 0, ROWS + 1, 0, COLUMNS);
        List<Integer> columns = IntStream.range(0, COLUMNS).boxed().toList();
        ColumnFingerprints fingerprints = new ColumnFingerprints(area);
        RowHashes before = new RowHashes(columns, 0);
        RowHashes after = new RowHashes(columns, 0);
        scan(area, 1, fingerprints);
        scan(area, 1, before);
        scan(area, 0, after);
        List<TableDifference> differences = TableDiff.list(before, after);
        long inserted = differences.stream()
                .filter(TableDifference.RowInserted.class::isInstance)
                .count();
        System.out.println(fingerprints.columns().size() + " columns, " + inserted + " inserted");
    }

    private static void scan(GridArea area, int first, RowVisitor visitor) {
        for (int row = first; row <= ROWS; row++) {
            List<Cell> cells = new ArrayList<>(COLUMNS);
            for (int column = 0; column < COLUMNS; column++) {
                CellContent content = column % 3 == 0
                        ? new CellContent.Text("row " + row + " column " + column)
                        : column % 3 == 1
                                ? new CellContent.Number(row * 0.5 + column)
                                : new CellContent.Formula("=A" + row + "+1", "");
                cells.add(new Cell(content, Optional.empty(), Optional.empty()));
            }
            visitor.row(area, row, cells);
        }
    }
}
