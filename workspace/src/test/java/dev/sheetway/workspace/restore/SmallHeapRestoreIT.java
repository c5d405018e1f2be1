package dev.sheetway.workspace.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.workspace.BatchOutcome;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.EffectBatch;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.RowVisitor;
import dev.sheetway.workspace.SheetWriter;
import dev.sheetway.workspace.SlotState;
import dev.sheetway.workspace.Workbook;
import dev.sheetway.workspace.archive.ArchiveHeader.ArchivedTab;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Many cells that all differ, restored in a small heap, without Google's client around it; {@code -Dsheetway.rows=50000}
 * takes a million of them in the heap of the backup-service.
 */
class SmallHeapRestoreIT {
    private static final int WHOLE = 50_000;
    private static final int ROWS = Integer.getInteger("sheetway.rows", WHOLE / 4);
    private static final int HEAP_MEBIBYTES = ROWS < WHOLE ? 64 : 128;
    private static final int COLUMNS = 20;
    private static final int TAB = 7;
    private static final SpreadsheetId ID = new SpreadsheetId("sheet");

    @Test
    void manyDifferingCellsTakeMoreRoundsAndNoMoreMemory() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_MEBIBYTES + "m",
                        "-Dsheetway.rows=" + ROWS,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SmallHeapRestoreIT.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(new File("target/small-heap-restore.txt")))
                .start();

        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();

        assertThat(Path.of("target/small-heap-restore.txt"))
                .content()
                .isEqualToIgnoringNewLines(ROWS * COLUMNS + " cells, all as they were: true, kept 1 times");
        assertThat(process.exitValue()).isZero();
    }

    public static void main(String[] arguments) {
        EffectId first = new EffectId(MigrationId.of(ID, "request"), Step.BACKUP, Direction.ROLLBACK, 1);
        Sheet sheet = new Sheet();
        AtomicInteger kept = new AtomicInteger();
        Restoration.Result result = new Restoration(
                        sheet, ID, new AsItWas(), (what, done, total, unit) -> {}, Restoration.Portion.GOOGLE)
                .run(first, () -> List.of("copy " + kept.incrementAndGet()));
        boolean all = sheet.put.cardinality() == ROWS * COLUMNS;
        System.out.println(result.cells() + " cells, all as they were: " + all + ", kept " + kept + " times");
    }

    private static void rows(GridArea area, RowVisitor visitor, BitSet old) {
        for (int row = area.startRow(); row < area.endRow(); row++) {
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < COLUMNS; column++) {
                String text = (old.get(row * COLUMNS + column) ? "as it was " : "typed since ") + row + " " + column;
                cells.add(new Cell(new CellContent.Text(text), Optional.empty(), Optional.empty()));
            }
            visitor.row(area, row, cells);
        }
    }

    private static final class AsItWas implements Backup {
        private final BitSet all = new BitSet();

        AsItWas() {
            all.set(0, ROWS * COLUMNS);
        }

        @Override
        public List<ArchivedTab> tabs() {
            return List.of(ArchivedTab.of(Sheet.DESCRIBED));
        }

        @Override
        public Effect.Extent extent() {
            return Effect.Extent.EVERYTHING;
        }

        @Override
        public void read(RowVisitor visitor) {
            rows(GridArea.columns(TAB, ROWS, 0, COLUMNS), visitor, all);
        }
    }

    /** Remembers which cells were put, not what. */
    private static final class Sheet implements SheetWriter {
        static final Workbook.Tab DESCRIBED = new Workbook.Tab(TAB, "Table", 0, ROWS, COLUMNS, false, 0, 0, 0);

        private final BitSet put = new BitSet();

        @Override
        public Workbook open(SpreadsheetId id) {
            return new Workbook(id, "Book", "en_US", "UTC", List.of(DESCRIBED), List.of(), List.of());
        }

        @Override
        public void scan(SpreadsheetId id, GridArea area, RowVisitor visitor) {
            rows(area, visitor, put);
        }

        @Override
        public void scanAll(SpreadsheetId id, List<GridArea> areas, RowVisitor visitor) {
            areas.forEach(area -> rows(area, visitor, put));
        }

        @Override
        public BatchOutcome apply(SpreadsheetId id, EffectBatch batch) {
            for (Effect effect : batch.effects()) {
                Effect.PutCells cells = (Effect.PutCells) effect;
                for (int row = 0; row < cells.rows().size(); row++) {
                    int from = (cells.row() + row) * COLUMNS + cells.column();
                    put.set(from, from + cells.rows().get(row).size());
                }
            }
            return new BatchOutcome.Applied();
        }

        @Override
        public List<SlotState> occupy(SpreadsheetId id, List<EffectId> effects) {
            throw new UnsupportedOperationException();
        }
    }
}
