package dev.sheetway.emulator.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class EverythingTest {
    @Test
    void survivesTheRoundTripAndTheWire() throws IOException {
        // Given
        ObjectMapper mapper = new ObjectMapper();
        byte[] original = Workbooks.everything();
        ObjectNode first = WorkbookReader.read(original, "todo.xlsx");
        // When
        ObjectNode parsed = (ObjectNode) mapper.readTree(mapper.writeValueAsBytes(first));
        byte[] written = WorkbookWriter.write(parsed);
        // Then
        Spreadsheets.assertSame(first, parsed);
        Spreadsheets.assertSame(first, WorkbookReader.read(written, "todo.xlsx"));
        assertThat(WorkbookDiff.compare(original, written).summary()).isEmpty();
    }

    /** What is rehearsed with it is worth as much as what the import keeps of it, and the second export of the first. */
    @Test
    void theExampleWithEverythingIsKeptAsAWhole() throws IOException {
        // Given
        Path home = Path.of(System.getProperty("sheetway.home", "../../.."));
        byte[] orders = Files.readAllBytes(home.resolve("docs/examples/rehearsals/orders.xlsx"));
        // When
        ImportedWorkbook imported = WorkbookReader.importWorkbook(orders, "orders.xlsx");
        byte[] exported = WorkbookWriter.write(WorkbookReader.read(orders, "orders.xlsx"));
        byte[] again = WorkbookWriter.write(WorkbookReader.read(exported, "orders.xlsx"));
        // Then
        assertThat(imported.notKept()).isEmpty();
        assertThat(WorkbookDiff.compare(orders, exported).summary()).isEmpty();
        assertThat(WorkbookDiff.compare(exported, again, NewColumns.NONE, Depth.APPEARANCE)
                        .summary())
                .isEmpty();
    }

    @Test
    void valuesKeepTheirKinds() throws IOException {
        // When
        JsonNode row = row(0);
        // Then
        assertThat(row.get(0).at("/userEnteredValue/stringValue").asText()).isEqualTo("=not a formula");
        assertThat(row.get(1).at("/userEnteredValue/numberValue").asDouble()).isEqualTo(0.1 + 0.2);
        assertThat(row.get(2).at("/userEnteredValue").toString()).isEqualTo("{\"boolValue\":true}");
        assertThat(row.get(3).at("/userEnteredValue/errorValue/type").asText()).isEqualTo("REF");
        assertThat(row.get(6).at("/effectiveValue/errorValue/type").asText()).isEqualTo("DIVIDE_BY_ZERO");
        assertThat(row.get(6).at("/userEnteredValue").toString()).isEqualTo("{\"formulaValue\":\"=1/0\"}");
        assertThat(row.get(7).at("/effectiveValue/boolValue").asBoolean()).isTrue();
        assertThat(row.get(10).get("textFormatRuns")).hasSize(3);
        assertThat(row.get(10).at("/textFormatRuns/1/startIndex").asInt()).isEqualTo(6);
    }

    @Test
    void numberFormatsGetTheTypeOfTheirPattern() throws IOException {
        // When
        List<String> types = row(1).findValues("numberFormat").stream()
                .map(format -> format.get("type").asText())
                .toList();
        // Then
        assertThat(types)
                .containsExactly("DATE", "DATE_TIME", "TIME", "PERCENT", "SCIENTIFIC", "CURRENCY", "TEXT", "NUMBER");
        assertThat(row(1).get(1).get("formattedValue").asText()).isEqualTo("13/05/2026 11:33:47");
    }

    @Test
    void validationRulesGetTheTypesOfSheets() throws IOException {
        // When
        List<String> conditions =
                row(2).findValues("condition").stream().map(JsonNode::toString).toList();
        // Then
        assertThat(conditions)
                .containsExactly(
                        "{\"type\":\"ONE_OF_LIST\",\"values\":[{\"userEnteredValue\":\"sí\"},{\"userEnteredValue\":\"no\"}]}",
                        "{\"type\":\"ONE_OF_RANGE\",\"values\":[{\"userEnteredValue\":\"=oculta!$A$1:$A$3\"}]}",
                        "{\"type\":\"NUMBER_BETWEEN\",\"values\":[{\"userEnteredValue\":\"1.5\"},{\"userEnteredValue\":\"=A1\"}]}",
                        "{\"type\":\"DATE_BEFORE\",\"values\":[{\"userEnteredValue\":\"2026-03-15\"}]}",
                        "{\"type\":\"CUSTOM_FORMULA\",\"values\":[{\"userEnteredValue\":\"=LEN(E3)>2\"}]}",
                        "{\"type\":\"DATE_IS_VALID\"}");
        assertThat(row(2).get(0).at("/dataValidation/strict").asBoolean()).isTrue();
        assertThat(row(2).get(0).at("/dataValidation/showCustomUi").asBoolean()).isTrue();
        assertThat(row(2).get(1).get("dataValidation").has("strict")).isFalse();
    }

    @Test
    void namedRangesPointAtTabsById() throws IOException {
        // Given
        ObjectNode spreadsheet = WorkbookReader.read(Workbooks.everything(), "todo.xlsx");
        int first = spreadsheet.at("/sheets/0/properties/sheetId").asInt();
        // Then
        assertThat(spreadsheet.at("/namedRanges/1/name").asText()).isEqualTo("Columna");
        assertThat(spreadsheet.at("/namedRanges/1/range").toString())
                .isEqualTo("{\"sheetId\":" + first + ",\"startColumnIndex\":1,\"endColumnIndex\":2}");
        assertThat(spreadsheet.at("/sheets/1/protectedRanges/0/range")).hasSize(1);
        assertThat(spreadsheet
                        .at("/sheets/1/properties/gridProperties/rowCount")
                        .asInt())
                .isEqualTo(4);
        assertThat(spreadsheet
                        .at("/sheets/1/properties/gridProperties/columnCount")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void countsWhatItDoesNotKeep() throws IOException {
        // Given
        byte[] file = Workbooks.build(workbook -> {
            var sheet = workbook.createSheet("a");
            sheet.createRow(0).createCell(0).setCellValue(1);
            var helper = new XSSFDataValidationHelper(sheet);
            sheet.addValidationData(helper.createValidation(
                    helper.createTextLengthConstraint(1, "5", "6"), new CellRangeAddressList(0, 0, 0, 0)));
            var rule = sheet.getSheetConditionalFormatting().createConditionalFormattingRule("A1>0");
            sheet.getSheetConditionalFormatting()
                    .addConditionalFormatting(
                            new org.apache.poi.ss.util.CellRangeAddress[] {
                                org.apache.poi.ss.util.CellRangeAddress.valueOf("A1")
                            },
                            rule);
            workbook.addPicture(new byte[] {1}, XSSFWorkbook.PICTURE_TYPE_PNG);
            var broken = workbook.createName();
            broken.setNameName("Roto");
            broken.setRefersToFormula("#REF!");
        });
        // When
        List<String> losses = WorkbookReader.importWorkbook(file, "a.xlsx").notKept();
        // Then
        assertThat(losses)
                .containsExactly(
                        "a: 1 × validation of a kind that Sheets has not (first: A1)",
                        "workbook: 1 × defined name that is not one range of one tab (first: Roto = #REF!)",
                        "workbook: 1 × image",
                        "a: 1 × conditional format");
    }

    @Test
    void formulaWithoutAKnownResultIsLeftToTheProgramThatOpensTheFile() throws IOException {
        // Given
        ObjectNode spreadsheet = WorkbookReader.read(Workbooks.everything(), "todo.xlsx");
        ((ObjectNode) spreadsheet.at("/sheets/0/data/0/rowData/0/values/4")).remove("effectiveValue");
        // When
        byte[] written = WorkbookWriter.write(spreadsheet);
        // Then
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(written))) {
            assertThat(workbook.getForceFormulaRecalculation()).isTrue();
            assertThat(workbook.getSheetAt(0).getRow(0).getCell(4).getCellFormula())
                    .isEqualTo("B1*2");
            assertThat(workbook.getSheetAt(0).getRow(0).getCell(4).getRawValue())
                    .isNullOrEmpty();
        }
    }

    @Test
    void saysWhatAFileCanNotHold() throws IOException {
        // Given
        ObjectNode spreadsheet = WorkbookReader.read(Workbooks.everything(), "todo.xlsx");
        ((ObjectNode) spreadsheet.at("/sheets/1/properties")).put("title", "a/b: a title of more than 31 characters");
        ((ObjectNode) spreadsheet.at("/sheets/0/data/0/rowData/3/values/0/dataValidation/condition"))
                .put("type", "TEXT_IS_EMAIL");
        List<String> losses = new ArrayList<>();
        // When
        WorkbookWriter.write(spreadsheet, losses::add);
        // Then
        assertThat(losses).hasSize(2);
        assertThat(losses.get(0)).contains("tab title that an .xlsx file can not hold", "became a_b_ a title of more");
        assertThat(losses.get(1))
                .contains("validation that an .xlsx file can not hold (first: TEXT_IS_EMAIL at A3:A10)");
    }

    @Test
    void refusesACellThatIsTooLongForAFile() throws IOException {
        // Given
        ObjectNode spreadsheet = WorkbookReader.read(Workbooks.everything(), "todo.xlsx");
        ((ObjectNode) spreadsheet.at("/sheets/0/data/0/rowData/0/values/0/userEnteredValue"))
                .put("stringValue", "x".repeat(40_000));
        // Then
        assertThatThrownBy(() -> WorkbookWriter.write(spreadsheet))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cell A1 of tab \"Todo & más\" holds 40000 characters: expected at most 32767,"
                        + " the limit of .xlsx; nothing written");
    }

    private static JsonNode row(int index) throws IOException {
        return WorkbookReader.read(Workbooks.everything(), "todo.xlsx")
                .at("/sheets/0/data/0/rowData")
                .get(index)
                .get("values");
    }
}
