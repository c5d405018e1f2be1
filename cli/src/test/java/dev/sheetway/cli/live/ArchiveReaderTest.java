package dev.sheetway.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.cli.report.Archived;
import dev.sheetway.cli.report.ArchivedCell;
import dev.sheetway.cli.report.Kept;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.wire.PlanReader;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.RowVisitor;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.Workbook;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ArchiveReaderTest {
    private static final String TITLE = "sheetway_archive_1";

    @Test
    void aFirstColumnThatWasKeptIsToldWhereThePlanHasNoKeyColumn() {
        List<ArchivedCell> cells = read("", List.of(List.of("Tag", "Nota"), List.of("MK-7", "x")));

        assertThat(cells).extracting(ArchivedCell::header).containsExactly("Tag", "Nota");
        assertThat(cells).extracting(ArchivedCell::key).containsExactly("", "");
    }

    @Test
    void soIsTheOnlyOne() {
        assertThat(read("", List.of(List.of("Tag"), List.of("MK-7"))))
                .extracting(ArchivedCell::shown)
                .containsExactly("MK-7");
    }

    @Test
    void theKeyColumnNamesTheRowsOfTheOthers() {
        List<ArchivedCell> cells =
                read("keyColumn: Tag", List.of(List.of("Nota", "Tag"), List.of("x", "MK-7"), List.of("y", "MK-8")));

        assertThat(cells).extracting(ArchivedCell::header).containsExactly("Nota", "Nota");
        assertThat(cells).extracting(ArchivedCell::key).containsExactly("MK-7", "MK-8");
    }

    private static List<ArchivedCell> read(String keyColumn, List<List<String>> rows) {
        Kept kept =
                new Kept(PlanReader.readText("""
                        apiVersion: sheetway.dev/v1
                        kind: MigrationPlan
                        metadata: { name: zeues, from: "2.1", to: "3.0" }
                        spec:
                          tab: Operaciones
                          %s
                          changes: [ { addColumn: { name: version, type: integer } } ]
                        """.formatted(keyColumn), "test"), List.of(TITLE), Pattern.compile(TITLE));
        Archived archived = new ArchiveReader(new OneTab(rows), new SpreadsheetId("1ab")).read(kept);
        return ((Archived.Read) archived).tabs().getFirst().cells();
    }

    /** A spreadsheet with the archive tab alone. */
    private record OneTab(List<List<String>> rows) implements SheetReader {
        @Override
        public Workbook open(SpreadsheetId id) {
            return new Workbook(
                    id,
                    "Registro",
                    "es_ES",
                    "Europe/Madrid",
                    List.of(new Workbook.Tab(
                            5, TITLE, 0, rows.size(), rows.getFirst().size(), true, 0, 0, 0)),
                    List.of(),
                    List.of());
        }

        @Override
        public void scan(SpreadsheetId id, GridArea area, RowVisitor visitor) {
            for (int row = area.startRow(); row < area.endRow(); row++) {
                visitor.row(area, row, rows.get(row).stream().map(OneTab::cell).toList());
            }
        }

        @Override
        public void scanAll(SpreadsheetId id, List<GridArea> areas, RowVisitor visitor) {
            areas.forEach(area -> scan(id, area, visitor));
        }

        private static Cell cell(String text) {
            return new Cell(new CellContent.Text(text), Optional.empty(), Optional.empty());
        }
    }
}
