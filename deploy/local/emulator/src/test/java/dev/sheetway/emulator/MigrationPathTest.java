package dev.sheetway.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.services.drive.Drive;
import com.google.api.services.drive.model.File;
import com.google.api.services.sheets.v4.Sheets;
import com.google.api.services.sheets.v4.model.AddNamedRangeRequest;
import com.google.api.services.sheets.v4.model.AddSheetRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetResponse;
import com.google.api.services.sheets.v4.model.BooleanCondition;
import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.CellFormat;
import com.google.api.services.sheets.v4.model.CopyPasteRequest;
import com.google.api.services.sheets.v4.model.CreateDeveloperMetadataRequest;
import com.google.api.services.sheets.v4.model.DataValidationRule;
import com.google.api.services.sheets.v4.model.DeleteDimensionRequest;
import com.google.api.services.sheets.v4.model.DeveloperMetadata;
import com.google.api.services.sheets.v4.model.DeveloperMetadataLocation;
import com.google.api.services.sheets.v4.model.DimensionRange;
import com.google.api.services.sheets.v4.model.ExtendedValue;
import com.google.api.services.sheets.v4.model.GridCoordinate;
import com.google.api.services.sheets.v4.model.GridProperties;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.InsertDimensionRequest;
import com.google.api.services.sheets.v4.model.NamedRange;
import com.google.api.services.sheets.v4.model.NumberFormat;
import com.google.api.services.sheets.v4.model.RepeatCellRequest;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.RowData;
import com.google.api.services.sheets.v4.model.SetDataValidationRequest;
import com.google.api.services.sheets.v4.model.Sheet;
import com.google.api.services.sheets.v4.model.SheetProperties;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import com.google.api.services.sheets.v4.model.SpreadsheetProperties;
import com.google.api.services.sheets.v4.model.UpdateCellsRequest;
import com.google.api.services.sheets.v4.model.ValueRange;
import dev.sheetway.emulator.support.Clients;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calls of a migration, with Google's own clients. */
class MigrationPathTest {

    private static final String MASK =
            "properties.title,namedRanges,developerMetadata,sheets(properties,protectedRanges,"
                    + "developerMetadata,data(startRow,startColumn,columnMetadata.developerMetadata,rowData(values("
                    + "userEnteredValue,effectiveValue,userEnteredFormat.numberFormat,dataValidation,note))))";

    private Emulator emulator;
    private Sheets sheets;
    private Drive drive;
    private String id;

    @BeforeEach
    void start() throws IOException {
        emulator = Emulator.start(EmulatorOptions.inMemory());
        sheets = Clients.sheets(emulator);
        drive = Clients.drive(emulator);
        id = sheets.spreadsheets()
                .create(new Spreadsheet()
                        .setProperties(new SpreadsheetProperties().setTitle("Kronos"))
                        .setSheets(List.of(new Sheet()
                                .setProperties(new SheetProperties()
                                        .setTitle("Operaciones")
                                        .setGridProperties(new GridProperties()
                                                .setRowCount(10)
                                                .setColumnCount(3))))))
                .execute()
                .getSpreadsheetId();
        sheets.spreadsheets()
                .values()
                .update(
                        id,
                        "Operaciones!A1:C3",
                        new ValueRange()
                                .setValues(List.of(
                                        List.of("TAG_SPOOL", "Armador", "Fecha"),
                                        List.of("MK-1", "MR(93)", 45000),
                                        List.of("MK-2", "", 45001))))
                .setValueInputOption("RAW")
                .execute();
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private static CellData text(String value) {
        return new CellData().setUserEnteredValue(new ExtendedValue().setStringValue(value));
    }

    private List<Request> expand() {
        List<Request> requests = new ArrayList<>();
        requests.add(new Request()
                .setAddNamedRange(new AddNamedRangeRequest()
                        .setNamedRange(new NamedRange()
                                .setNamedRangeId("sw-slot-1")
                                .setName("sheetway_slot_1")
                                .setRange(new GridRange()
                                        .setSheetId(0)
                                        .setStartRowIndex(0)
                                        .setEndRowIndex(1)
                                        .setStartColumnIndex(0)
                                        .setEndColumnIndex(1)))));
        requests.add(new Request()
                .setCreateDeveloperMetadata(new CreateDeveloperMetadataRequest()
                        .setDeveloperMetadata(new DeveloperMetadata()
                                .setMetadataId(4711)
                                .setMetadataKey("sheetway.record")
                                .setMetadataValue("{}")
                                .setVisibility("DOCUMENT")
                                .setLocation(new DeveloperMetadataLocation().setSpreadsheet(true)))));
        requests.add(new Request()
                .setInsertDimension(
                        new InsertDimensionRequest().setInheritFromBefore(true).setRange(columns(3, 5))));
        requests.add(new Request()
                .setUpdateCells(new UpdateCellsRequest()
                        .setFields("userEnteredValue,note")
                        .setStart(new GridCoordinate()
                                .setSheetId(0)
                                .setRowIndex(0)
                                .setColumnIndex(3))
                        .setRows(List.of(new RowData()
                                .setValues(List.of(
                                        text("Ocupado_Por").setNote("Worker who holds the spool"),
                                        text("version")))))));
        requests.add(new Request()
                .setRepeatCell(new RepeatCellRequest()
                        .setFields("userEnteredValue,userEnteredFormat.numberFormat")
                        .setRange(grid(1, 3, 4, 5))
                        .setCell(new CellData()
                                .setUserEnteredValue(new ExtendedValue().setNumberValue(0.0))
                                .setUserEnteredFormat(new CellFormat()
                                        .setNumberFormat(new NumberFormat()
                                                .setType("NUMBER")
                                                .setPattern("0"))))));
        requests.add(new Request()
                .setSetDataValidation(new SetDataValidationRequest()
                        .setRange(grid(1, 10, 3, 4))
                        .setRule(new DataValidationRule()
                                .setStrict(true)
                                .setCondition(new BooleanCondition().setType("TEXT_IS_EMAIL")))));
        requests.add(new Request()
                .setCreateDeveloperMetadata(new CreateDeveloperMetadataRequest()
                        .setDeveloperMetadata(new DeveloperMetadata()
                                .setMetadataKey("sheetway.anchor")
                                .setMetadataValue("version")
                                .setVisibility("DOCUMENT")
                                .setLocation(new DeveloperMetadataLocation().setDimensionRange(columns(4, 5))))));
        return requests;
    }

    private static DimensionRange columns(int start, int end) {
        return new DimensionRange()
                .setSheetId(0)
                .setDimension("COLUMNS")
                .setStartIndex(start)
                .setEndIndex(end);
    }

    private static GridRange grid(int startRow, int endRow, int startColumn, int endColumn) {
        return new GridRange()
                .setSheetId(0)
                .setStartRowIndex(startRow)
                .setEndRowIndex(endRow)
                .setStartColumnIndex(startColumn)
                .setEndColumnIndex(endColumn);
    }

    private BatchUpdateSpreadsheetResponse batch(List<Request> requests) throws IOException {
        return sheets.spreadsheets()
                .batchUpdate(id, new BatchUpdateSpreadsheetRequest().setRequests(requests))
                .execute();
    }

    @Test
    void expandsInOneBatchAndShowsEverythingUnderAMask() throws IOException {
        // When
        BatchUpdateSpreadsheetResponse response = batch(expand());

        // Then
        assertThat(response.getReplies()).hasSize(7);
        Spreadsheet read = sheets.spreadsheets()
                .get(id)
                .setFields(MASK)
                .setRanges(List.of("Operaciones!A1:E3"))
                .execute();
        assertThat(read.getNamedRanges().getFirst().getNamedRangeId()).isEqualTo("sw-slot-1");
        assertThat(read.getDeveloperMetadata().getFirst().getMetadataId()).isEqualTo(4711);
        var data = read.getSheets().getFirst().getData().getFirst();
        assertThat(data.getColumnMetadata()
                        .get(4)
                        .getDeveloperMetadata()
                        .getFirst()
                        .getMetadataValue())
                .isEqualTo("version");
        CellData version = data.getRowData().get(1).getValues().get(4);
        assertThat(version.getEffectiveValue().getNumberValue()).isZero();
        assertThat(version.getUserEnteredFormat().getNumberFormat().getPattern())
                .isEqualTo("0");
        assertThat(data.getRowData().getFirst().getValues().get(3).getNote()).isEqualTo("Worker who holds the spool");
        assertThat(data.getRowData()
                        .get(1)
                        .getValues()
                        .get(3)
                        .getDataValidation()
                        .getStrict())
                .isTrue();
    }

    @Test
    void refusesTheSameBatchTwiceAndAppliesNothingOfIt() throws IOException {
        // Given
        batch(expand());

        // When
        assertThatThrownBy(() -> batch(expand()))
                // Then
                .isInstanceOfSatisfying(GoogleJsonResponseException.class, e -> {
                    assertThat(e.getStatusCode()).isEqualTo(400);
                    assertThat(e.getDetails().getMessage())
                            .isEqualTo(
                                    "Invalid requests[0].addNamedRange: Cannot add named range with name sheetway_slot_1,"
                                            + " a named range with that name already exists.");
                    assertThat(e.getDetails().getErrors()).isNull();
                });
        Spreadsheet read = sheets.spreadsheets().get(id).execute();
        assertThat(read.getSheets()
                        .getFirst()
                        .getProperties()
                        .getGridProperties()
                        .getColumnCount())
                .isEqualTo(5);
        assertThat(read.getDeveloperMetadata()).hasSize(1);
    }

    @Test
    void archivesColumnsAndDeletesThemInOneBatch() throws IOException {
        // Given
        batch(expand());

        // When
        BatchUpdateSpreadsheetResponse response = sheets.spreadsheets()
                .batchUpdate(
                        id,
                        new BatchUpdateSpreadsheetRequest()
                                .setIncludeSpreadsheetInResponse(true)
                                .setResponseIncludeGridData(true)
                                .setRequests(List.of(
                                        new Request()
                                                .setAddSheet(new AddSheetRequest()
                                                        .setProperties(new SheetProperties()
                                                                .setSheetId(900)
                                                                .setTitle("archive")
                                                                .setHidden(true)
                                                                .setGridProperties(new GridProperties()
                                                                        .setRowCount(10)
                                                                        .setColumnCount(2)))),
                                        new Request()
                                                .setCopyPaste(new CopyPasteRequest()
                                                        .setSource(grid(0, 10, 3, 5))
                                                        .setDestination(new GridRange()
                                                                .setSheetId(900)
                                                                .setStartRowIndex(0)
                                                                .setEndRowIndex(10)
                                                                .setStartColumnIndex(0)
                                                                .setEndColumnIndex(2))
                                                        .setPasteType("PASTE_NORMAL")),
                                        new Request()
                                                .setDeleteDimension(
                                                        new DeleteDimensionRequest().setRange(columns(3, 5))))))
                .execute();

        // Then
        Spreadsheet updated = response.getUpdatedSpreadsheet();
        assertThat(updated.getSheets()).hasSize(2);
        assertThat(updated.getSheets().get(1).getProperties().getHidden()).isTrue();
        ValueRange archived =
                sheets.spreadsheets().values().get(id, "archive!A1:B3").execute();
        assertThat(archived.getValues())
                .isEqualTo(List.of(List.of("Ocupado_Por", "version"), List.of("", "0"), List.of("", "0")));
        assertThat(sheets.spreadsheets()
                        .values()
                        .get(id, "Operaciones")
                        .execute()
                        .getRange())
                .isEqualTo("Operaciones!A1:C10");
        // the anchor of the column died with it
        assertThat(sheets.spreadsheets()
                        .get(id)
                        .setFields("sheets.data.columnMetadata.developerMetadata")
                        .execute()
                        .toString())
                .doesNotContain("sheetway.anchor");
    }

    @Test
    void copiesIntoTheSharedDriveForAServiceAccountAndRefusesMyDrive() throws IOException {
        // Given
        Drive backup = Clients.drive(emulator.baseUri(), Clients.BACKUP);
        drive.permissions()
                .create(
                        id,
                        new com.google.api.services.drive.model.Permission()
                                .setType("user")
                                .setRole("writer")
                                .setEmailAddress("backup-service@sheetway-emulator.iam.gserviceaccount.com"))
                .execute();

        // When
        assertThatThrownBy(() ->
                        backup.files().copy(id, new File().setName("mine")).execute())
                // Then
                .isInstanceOfSatisfying(GoogleJsonResponseException.class, e -> {
                    assertThat(e.getStatusCode()).isEqualTo(403);
                    assertThat(e.getDetails().getErrors().getFirst().getReason())
                            .isEqualTo("storageQuotaExceeded");
                });
        File copy = backup.files()
                .copy(
                        id,
                        new File()
                                .setName("Kronos_v2.1_backup")
                                .setParents(List.of(Emulator.BACKUP_FOLDER_ID))
                                .setAppProperties(Map.of("migrationId", "m-1")))
                .setSupportsAllDrives(true)
                .setFields("id,name,parents,appProperties,driveId")
                .execute();
        assertThat(copy.getParents()).containsExactly("sheetway-backups-folder");
        List<File> found = backup.files()
                .list()
                .setQ("appProperties has { key='migrationId' and value='m-1' } and trashed = false and '"
                        + Emulator.BACKUP_FOLDER_ID + "' in parents")
                .setSupportsAllDrives(true)
                .setIncludeItemsFromAllDrives(true)
                .execute()
                .getFiles();
        assertThat(found).extracting(File::getId).containsExactly(copy.getId());
        Sheets verify = Clients.sheets(emulator.baseUri(), Clients.VERIFY);
        assertThat(verify.spreadsheets()
                        .values()
                        .get(copy.getId(), "A2")
                        .execute()
                        .getValues())
                .isEqualTo(List.of(List.of("MK-1")));
        backup.files().delete(copy.getId()).setSupportsAllDrives(true).execute();
    }
}
