package dev.sheetway.workspace.google;

import static dev.sheetway.workspace.google.Wire.EXPAND;
import static dev.sheetway.workspace.google.Wire.ID;
import static dev.sheetway.workspace.google.Wire.batch;
import static dev.sheetway.workspace.google.Wire.effects;
import static dev.sheetway.workspace.google.Wire.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.workspace.BatchOutcome;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.Effect.CellWrite;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.NumberFormat;
import dev.sheetway.workspace.SheetWriter;
import dev.sheetway.workspace.fingerprint.EffectDigest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a batch is on the wire, byte for byte as JSON. */
class BatchOnTheWireTest {
    private static final GridArea AREA = new GridArea(0, 1, 10, 5, 6);

    private final CannedGoogle google = new CannedGoogle();
    private final SheetWriter writer = Wire.connect(google, new FakePace(0.5)).writer();

    BatchOnTheWireTest() throws IOException {}

    @AfterEach
    void close() {
        google.close();
    }

    @Test
    void beginsWithSlotAndRecord() {
        Effect effect = new Effect.DeleteColumns(0, 5, 8);

        assertThat(apply(effect)).isEqualTo(new BatchOutcome.Applied());

        String slot = Marks.slotName(EXPAND);
        String digest = EffectDigest.of(List.of(effect));
        assertThat(slot).matches("sheetway_slot_[0-9a-f]{32}");
        assertThat(google.sent.getLast().method()).isEqualTo("POST");
        assertThat(google.sent.getLast().uri()).startsWith("/v4/spreadsheets/1abc:batchUpdate");
        assertThat(Wire.requests(google))
                .containsExactly(
                        json("{`addNamedRange`:{`namedRange`:{`namedRangeId`:`" + slot + "`,`name`:`" + slot
                                + "`,`range`:{`sheetId`:0,`startRowIndex`:0,`endRowIndex`:1,`startColumnIndex`:0,"
                                + "`endColumnIndex`:1}}}}"),
                        json("{`createDeveloperMetadata`:{`developerMetadata`:{`metadataKey`:`sheetway.record`,"
                                + "`metadataValue`:`{\\`effect\\`:\\`" + EXPAND + "\\`,\\`digest\\`:\\`" + digest
                                + "\\`,\\`detail\\`:\\`{\\\\\\`columns\\\\\\`:3}\\`}`,`visibility`:`DOCUMENT`,"
                                + "`location`:{`spreadsheet`:true}}}}"),
                        json(
                                "{`deleteDimension`:{`range`:{`sheetId`:0,`dimension`:`COLUMNS`,`startIndex`:5,`endIndex`:8}}}"));
    }

    @Test
    void aTextThatStartsWithAnEqualsSignGoesOutAsText() {
        apply(write(CellWrite.of(new CellContent.Text("=1+1"))));

        assertThat(effects(google))
                .containsExactly(update(0, "{`values`:[{`userEnteredValue`:{`stringValue`:`=1+1`}}]}"));
    }

    @Test
    void neverSendsANullBetweenCellsSoThatNoneShifts() {
        apply(write(
                CellWrite.of(new CellContent.Text("a")),
                CellWrite.of(CellContent.BLANK),
                CellWrite.of(new CellContent.Text("")),
                CellWrite.of(new CellContent.Number(0)),
                CellWrite.of(new CellContent.Bool(false))));

        assertThat(google.sent.getLast().body()).doesNotContain("null");
        assertThat(effects(google))
                .containsExactly(update(
                        0,
                        "{`values`:[{`userEnteredValue`:{`stringValue`:`a`}},{},{},{`userEnteredValue`:{`numberValue`:0.0}},"
                                + "{`userEnteredValue`:{`boolValue`:false}}]}"));
    }

    @Test
    void cellsThatLeaveSomethingAloneGoIntoRequestsOfTheirOwn() {
        NumberFormat date = new NumberFormat("DATE", "yyyy-mm-dd");
        apply(write(
                CellWrite.of(new CellContent.Text("a")),
                new CellWrite(Optional.empty(), Optional.empty()),
                new CellWrite(Optional.empty(), Optional.of(date)),
                new CellWrite(Optional.of(CellContent.BLANK), Optional.of(date))));

        String format = "`userEnteredFormat`:{`numberFormat`:{`type`:`DATE`,`pattern`:`yyyy-mm-dd`}}";
        assertThat(effects(google))
                .containsExactly(
                        update(0, "{`values`:[{`userEnteredValue`:{`stringValue`:`a`}}]}"),
                        update(2, "{`values`:[{" + format + "}]}", "userEnteredFormat.numberFormat"),
                        update(3, "{`values`:[{" + format + "}]}", "userEnteredValue,userEnteredFormat.numberFormat"));
    }

    @Test
    void aFormulaIsAFormulaOnlyWhenItIsMeantAsOne() {
        apply(new Effect.FillCells(AREA, CellWrite.of(new CellContent.Formula("=A1", ""))));

        assertThat(effects(google))
                .containsExactly(json("{`repeatCell`:{`range`:{`sheetId`:0,`startRowIndex`:1,`endRowIndex`:10,"
                        + "`startColumnIndex`:5,`endColumnIndex`:6},`cell`:{`userEnteredValue`:{`formulaValue`:`=A1`}},"
                        + "`fields`:`userEnteredValue`}}"));
    }

    @Test
    void structureEffectsGoByIdsAndIndexes() {
        apply(
                new Effect.InsertColumns(0, 63, 3, true),
                new Effect.InsertRows(7, 0, 1, true),
                new Effect.AddTab(42, "Archivo", 100, 3, true),
                new Effect.CopyCells(AREA, new GridArea(42, 0, 9, 0, 1)));

        String grid = "`startRowIndex`:1,`endRowIndex`:10,`startColumnIndex`:5,`endColumnIndex`:6";
        assertThat(effects(google))
                .containsExactly(
                        json(
                                "{`insertDimension`:{`range`:{`sheetId`:0,`dimension`:`COLUMNS`,`startIndex`:63,`endIndex`:66},"
                                        + "`inheritFromBefore`:true}}"),
                        json("{`insertDimension`:{`range`:{`sheetId`:7,`dimension`:`ROWS`,`startIndex`:0,`endIndex`:1},"
                                + "`inheritFromBefore`:false}}"),
                        json("{`addSheet`:{`properties`:{`sheetId`:42,`title`:`Archivo`,`hidden`:true,"
                                + "`gridProperties`:{`rowCount`:100,`columnCount`:3}}}}"),
                        json("{`copyPaste`:{`source`:{`sheetId`:0," + grid + "},`destination`:{`sheetId`:42,"
                                + "`startRowIndex`:0,`endRowIndex`:9,`startColumnIndex`:0,`endColumnIndex`:1},"
                                + "`pasteType`:`PASTE_NORMAL`,`pasteOrientation`:`NORMAL`}}"));
    }

    @Test
    void validationIsSetAndRemoved() {
        String rule = "{\"strict\":false,\"condition\":{\"type\":\"BOOLEAN\"},\"inputMessage\":\"m\"}";
        apply(new Effect.SetValidation(AREA, Optional.of(rule)), new Effect.SetValidation(AREA, Optional.empty()));

        String range =
                "`range`:{`sheetId`:0,`startRowIndex`:1,`endRowIndex`:10,`startColumnIndex`:5,`endColumnIndex`:6}";
        assertThat(effects(google))
                .containsExactly(
                        json("{`setDataValidation`:{" + range
                                + ",`rule`:{`condition`:{`type`:`BOOLEAN`},`inputMessage`:`m`}}}"),
                        json("{`setDataValidation`:{" + range + "}}"));
    }

    @Test
    void anchorsLockAndMetadata() {
        apply(
                new Effect.AnchorColumn(0, 63, 77, "sheetway.column", "v"),
                new Effect.RemoveMetadata(78),
                new Effect.PutSpreadsheetMetadata(Optional.of(79), "sheetway.schema", "{}"),
                new Effect.TakeLock("m1"),
                new Effect.ReleaseLock());

        assertThat(effects(google))
                .containsExactly(
                        json(
                                "{`createDeveloperMetadata`:{`developerMetadata`:{`metadataId`:77,"
                                        + "`metadataKey`:`sheetway.column`,`metadataValue`:`v`,`visibility`:`DOCUMENT`,`location`:"
                                        + "{`dimensionRange`:{`sheetId`:0,`dimension`:`COLUMNS`,`startIndex`:63,`endIndex`:64}}}}}"),
                        json(delete("`metadataId`:78")),
                        json(delete("`metadataId`:79")),
                        json("{`createDeveloperMetadata`:{`developerMetadata`:{`metadataKey`:`sheetway.schema`,"
                                + "`metadataValue`:`{}`,`visibility`:`DOCUMENT`,`location`:{`spreadsheet`:true}}}}"),
                        json("{`addNamedRange`:{`namedRange`:{`namedRangeId`:`sheetway_lock`,`name`:`sheetway_lock`,"
                                + "`range`:{`sheetId`:0,`startRowIndex`:0,`endRowIndex`:1,`startColumnIndex`:0,"
                                + "`endColumnIndex`:1}}}}"),
                        json(delete("`locationType`:`SPREADSHEET`,`metadataKey`:`sheetway.lock`")),
                        json("{`createDeveloperMetadata`:{`developerMetadata`:{`metadataKey`:`sheetway.lock`,"
                                + "`metadataValue`:`m1`,`visibility`:`DOCUMENT`,`location`:{`spreadsheet`:true}}}}"),
                        json("{`deleteNamedRange`:{`namedRangeId`:`sheetway_lock`}}"),
                        json(delete("`locationType`:`SPREADSHEET`,`metadataKey`:`sheetway.lock`")));
    }

    @Test
    void refusesWhatASheetCannotHoldBeforeAnythingIsSent() {
        assertThatThrownBy(() -> apply(write(CellWrite.of(new CellContent.Number(Double.NaN)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not finite");
        assertThatThrownBy(() -> apply(write(CellWrite.of(new CellContent.ErrorValue("REF")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be written");
        assertThat(google.sent).isEmpty();
    }

    private BatchOutcome apply(Effect... effects) {
        google.answer(200, Wire.APPLIED);
        return writer.apply(ID, batch(EXPAND, effects));
    }

    private static Effect write(CellWrite... cells) {
        return new Effect.WriteCells(0, 1, 5, List.of(List.of(cells)));
    }

    private static com.google.gson.JsonObject update(int offset, String row) {
        return update(offset, row, "userEnteredValue");
    }

    private static com.google.gson.JsonObject update(int offset, String row, String fields) {
        return json("{`updateCells`:{`start`:{`sheetId`:0,`rowIndex`:1,`columnIndex`:" + (5 + offset) + "},`rows`:["
                + row + "],`fields`:`" + fields + "`}}");
    }

    private static String delete(String lookup) {
        return "{`deleteDeveloperMetadata`:{`dataFilter`:{`developerMetadataLookup`:{" + lookup + "}}}}";
    }
}
