package dev.sheetway.workspace.google;

import static dev.sheetway.workspace.google.EmulatedGoogle.ID;
import static dev.sheetway.workspace.google.EmulatedGoogle.WRITER;
import static dev.sheetway.workspace.google.EmulatedGoogle.row;
import static dev.sheetway.workspace.google.EmulatedGoogle.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.workspace.BatchOutcome;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.Effect.CellWrite;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.NumberFormat;
import dev.sheetway.workspace.SheetWriter;
import dev.sheetway.workspace.Workbook;
import dev.sheetway.workspace.Workbook.Location;
import dev.sheetway.workspace.Workbook.Metadata;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EffectsIT {
    private static final NumberFormat DATE = new NumberFormat("DATE", "yyyy-mm-dd");
    private static final GridArea ALL = new GridArea(0, 0, 10, 0, 5);

    private final EmulatedGoogle google = new EmulatedGoogle();
    private final SheetWriter writer = google.connect(WRITER).writer();
    private int epoch;

    EffectsIT() throws IOException {}

    @AfterEach
    void close() {
        google.close();
    }

    @Test
    void anExpandBatchAddsColumnsAtTheEndInOneCall() {
        String rule = "{\"condition\":{\"type\":\"TEXT_IS_EMAIL\"},\"strict\":true}";
        apply(
                new Effect.InsertColumns(0, 5, 2, true),
                new Effect.WriteCells(0, 0, 5, List.of(List.of(text("Ocupado_Por"), text("version")))),
                new Effect.FillCells(new GridArea(0, 1, 10, 5, 6), new CellWrite(Optional.empty(), Optional.of(DATE))),
                new Effect.SetValidation(new GridArea(0, 1, 10, 5, 6), Optional.of(rule)),
                new Effect.WriteCells(
                        0,
                        1,
                        6,
                        List.of(
                                List.of(CellWrite.of(new CellContent.Number(0))),
                                List.of(CellWrite.of(new CellContent.Number(0))))),
                new Effect.AnchorColumn(0, 6, 4711, "sheetway.column", "{\"column\":\"version\"}"));

        assertThat(google.calls()).isEqualTo(1);
        Workbook workbook = writer.open(ID);
        assertThat(workbook.tab(0).orElseThrow().columnCount()).isEqualTo(7);
        assertThat(workbook.metadata("sheetway.column"))
                .containsExactly(
                        new Metadata(4711, "sheetway.column", "{\"column\":\"version\"}", new Location.OfColumn(0, 6)));
        assertThat(rows(writer, new GridArea(0, 0, 10, 5, 7)))
                .containsExactly("0: Ocupado_Por,version", "1: ,0", "2: ,0");
        Cell occupied = row(writer, 1).get(5);
        assertThat(occupied.format()).contains(DATE);
        assertThat(occupied.validation()).contains(ValidationRule.canonical(rule));
    }

    @Test
    void anAnchorMovesWithItsColumn() {
        apply(new Effect.AnchorColumn(0, 2, 12, "sheetway.column", "v"));
        apply(new Effect.InsertColumns(0, 0, 1, false));

        assertThat(writer.open(ID).metadata("sheetway.column"))
                .extracting(Metadata::location)
                .containsExactly(new Location.OfColumn(0, 3));

        apply(new Effect.RemoveMetadata(12));
        assertThat(writer.open(ID).metadata("sheetway.column")).isEmpty();
    }

    @Test
    void cellsAreWrittenAsTheyAreMeantAndBlankClears() {
        apply(new Effect.WriteCells(
                0,
                1,
                0,
                List.of(
                        List.of(text("=1+1"), text("0123"), text(""), CellWrite.of(CellContent.BLANK)),
                        List.of(
                                CellWrite.of(new CellContent.Bool(false)),
                                CellWrite.of(new CellContent.Number(-2.5)),
                                text("2026-01-01")))));

        assertThat(row(writer, 1))
                .extracting(Cell::content)
                .containsExactly(new CellContent.Text("=1+1"), new CellContent.Text("0123"));
        assertThat(row(writer, 2))
                .extracting(Cell::content)
                .containsExactly(
                        new CellContent.Bool(false), new CellContent.Number(-2.5), new CellContent.Text("2026-01-01"));
        assertThat(row(writer, 0)).hasSize(5);
        assertThat(writer.open(ID).tabs()).hasSize(2);
    }

    @Test
    void aCellThatIsLeftAloneBetweenOthersStaysWhatItWas() {
        apply(new Effect.WriteCells(
                0,
                1,
                0,
                List.of(List.of(text("new"), new CellWrite(Optional.empty(), Optional.empty()), text("also new")))));

        assertThat(rows(writer, new GridArea(0, 1, 2, 0, 5))).containsExactly("1: new,45000,also new,=C2*2");
        assertThat(row(writer, 1).get(1).format()).contains(DATE);
    }

    @Test
    void rowsAreInsertedAndFormulasFollow() {
        apply(new Effect.InsertRows(0, 1, 2, false));

        assertThat(rows(writer, new GridArea(0, 0, 12, 0, 5)))
                .contains("3: S-1,45000,0,=C4*2")
                .hasSize(4);
    }

    @Test
    void validationIsRemoved() {
        GridArea cell = new GridArea(0, 1, 2, 0, 1);
        apply(new Effect.SetValidation(cell, Optional.of("{\"condition\":{\"type\":\"BOOLEAN\"}}")));
        assertThat(row(writer, 1).getFirst().validation()).isPresent();

        apply(new Effect.SetValidation(cell, Optional.empty()));

        assertThat(row(writer, 1).getFirst().validation()).isEmpty();
    }

    @Test
    void columnsAreArchivedInAHiddenTabAndDeletedInOneBatch() {
        apply(
                new Effect.AddTab(42, "Archivo", 10, 2, true),
                new Effect.CopyCells(new GridArea(0, 0, 10, 1, 3), new GridArea(42, 0, 10, 0, 2)),
                new Effect.DeleteColumns(0, 1, 3));

        Workbook workbook = writer.open(ID);
        assertThat(workbook.tab(0).orElseThrow().columnCount()).isEqualTo(3);
        assertThat(workbook.tab(42).orElseThrow().hidden()).isTrue();
        assertThat(rows(writer, new GridArea(42, 0, 10, 0, 2)))
                .containsExactly("0: Fecha,N", "1: 45000,0", "2: ,TRUE", "4: ,=x");
    }

    @Test
    void rulesAreCopiedWithoutTheCells() {
        GridArea ruled = new GridArea(0, 1, 2, 0, 1);
        apply(new Effect.SetValidation(ruled, Optional.of("{\"condition\":{\"type\":\"BOOLEAN\"}}")));

        apply(new Effect.CopyRules(ruled, new GridArea(0, 1, 2, 2, 3)));

        assertThat(rows(writer, new GridArea(0, 1, 2, 0, 5))).containsExactly("1: S-1,45000,0,=C2*2");
        assertThat(row(writer, 1).get(2).validation())
                .isEqualTo(row(writer, 1).getFirst().validation())
                .isPresent();
    }

    @Test
    void aRetiredTabIsHiddenAndItsTitleFree() {
        apply(new Effect.AddTab(42, "Uniones", 10, 2, false));

        apply(new Effect.RetireTab(42, "Uniones_old"), new Effect.AddTab(43, "Uniones", 5, 1, false));

        Workbook workbook = writer.open(ID);
        assertThat(workbook.tab(42).orElseThrow())
                .extracting(Workbook.Tab::title, Workbook.Tab::hidden)
                .containsExactly("Uniones_old", true);
        assertThat(workbook.tab("Uniones").orElseThrow().sheetId()).isEqualTo(43);
    }

    @Test
    void spreadsheetMetadataIsReplaced() {
        apply(new Effect.PutSpreadsheetMetadata(Optional.empty(), "sheetway.schema", "one"));
        int id = writer.open(ID).metadata("sheetway.schema").getFirst().id();

        apply(new Effect.PutSpreadsheetMetadata(Optional.of(id), "sheetway.schema", "two"));

        assertThat(writer.open(ID).metadata("sheetway.schema"))
                .extracting(Metadata::value, Metadata::location)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("two", new Location.OfSpreadsheet()));
    }

    @Test
    void theLockKeepsOthersOutUntilItIsReleased() {
        apply(new Effect.TakeLock("mine"));

        assertThat(writer.apply(ID, batch(new Effect.TakeLock("other")))).isEqualTo(new BatchOutcome.Locked("mine"));
        assertThat(writer.apply(ID, batch(new Effect.TakeLock("mine")))).isEqualTo(new BatchOutcome.Applied());

        apply(new Effect.ReleaseLock());
        Workbook workbook = writer.open(ID);
        assertThat(workbook.hasNamedRange("sheetway_lock")).isFalse();
        assertThat(workbook.metadata("sheetway.lock")).isEmpty();
        apply(new Effect.TakeLock("other"));
    }

    @Test
    void aLockWhoseNamedRangeAUserDeletedIsReleasedAllTheSame() {
        apply(new Effect.TakeLock("mine"));
        google.nextBatch("\"kind\":\"userEdit\",\"edit\":{\"requests\":[{\"deleteNamedRange\":{\"namedRangeId\":"
                + "\"sheetway_lock\"}}]}");

        apply(new Effect.PutSpreadsheetMetadata(Optional.empty(), "sheetway.schema", "3.0"), new Effect.ReleaseLock());

        Workbook workbook = writer.open(ID);
        assertThat(workbook.metadata("sheetway.lock")).isEmpty();
        assertThat(workbook.metadata("sheetway.schema")).hasSize(1);
    }

    @Test
    void whatARemovedLockLeftBehindDoesNotCountAsItsOwner() {
        apply(new Effect.PutSpreadsheetMetadata(Optional.empty(), "sheetway.lock", "long-gone"));

        apply(new Effect.TakeLock("mine"));

        assertThat(writer.open(ID).metadata("sheetway.lock"))
                .extracting(Metadata::value)
                .containsExactly("mine");
    }

    @Test
    void aBatchWithOneBadEffectChangesNothingAndIsRefused() {
        List<String> before = rows(writer, ALL);

        BatchOutcome outcome = writer.apply(
                ID,
                batch(
                        new Effect.WriteCells(0, 0, 0, List.of(List.of(text("changed")))),
                        new Effect.DeleteColumns(99, 0, 1)));

        assertThat(outcome).isInstanceOfSatisfying(BatchOutcome.Refused.class, refused -> {
            assertThat(refused.failure().failureClass()).isEqualTo(FailureClass.FAILED);
            assertThat(refused.failure().message()).contains("requests[3].deleteDimension");
        });
        assertThat(rows(writer, ALL)).isEqualTo(before);
        assertThat(writer.open(ID).namedRanges()).isEmpty();
    }

    @Test
    void protectedCellsRefuseTheBatch() {
        google.nextBatch("\"kind\":\"userEdit\",\"edit\":{\"requests\":[{\"addProtectedRange\":{\"protectedRange\":"
                + "{\"range\":{\"sheetId\":0},\"editors\":{\"users\":[\"owner@example.com\"]}}}}]}");

        BatchOutcome outcome =
                writer.apply(ID, batch(new Effect.WriteCells(0, 0, 0, List.of(List.of(text("changed"))))));

        assertThat(outcome).isInstanceOfSatisfying(BatchOutcome.Refused.class, refused -> assertThat(
                        refused.failure().code())
                .isEqualTo("protected"));
        assertThat(writer.open(ID).tab(0).orElseThrow().protectedAreas()).isEqualTo(1);
    }

    private void apply(Effect... effects) {
        assertThat(writer.apply(ID, batch(effects))).isEqualTo(new BatchOutcome.Applied());
    }

    private dev.sheetway.workspace.EffectBatch batch(Effect... effects) {
        return Wire.batch(new EffectId(Wire.MIGRATION, Step.EXPAND, Direction.FORWARD, ++epoch), effects);
    }

    private static CellWrite text(String text) {
        return CellWrite.of(new CellContent.Text(text));
    }
}
