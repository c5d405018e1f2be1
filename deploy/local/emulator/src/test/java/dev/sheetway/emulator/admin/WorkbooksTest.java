package dev.sheetway.emulator.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.EmulatorOptions;
import dev.sheetway.emulator.support.Clients;
import dev.sheetway.emulator.support.Http;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Workbook files in and out. */
class WorkbooksTest {

    private Emulator emulator;
    private Http http;

    @BeforeEach
    void start() throws IOException {
        emulator = Emulator.start(EmulatorOptions.inMemory());
        http = new Http(emulator);
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet("Operaciones");
            sheet.createRow(0).createCell(0).setCellValue("TAG");
            sheet.createRow(1).createCell(0).setCellValue(2);
            sheet.getRow(1).createCell(1).setCellFormula("A2*2");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void importsAWorkbookWithTheResultsOfItsFormulasAndSharesIt() throws IOException {
        ObjectNode imported = emulator.admin().importWorkbook(workbook(), "Kronos.xlsx", "kronos", "");

        assertThat(imported.toString())
                .isEqualTo("{\"spreadsheetId\":\"kronos\",\"title\":\"Kronos\",\"tabs\":[\"Operaciones\"]}");
        Http verify = new Http(emulator.baseUri(), Clients.VERIFY);
        assertThat(verify.get("/v4/spreadsheets/kronos/values/Operaciones!A1:B2?valueRenderOption=UNFORMATTED_VALUE")
                        .body()
                        .get("values")
                        .toString())
                .isEqualTo("[[\"TAG\"],[2,4]]");
        assertThat(verify.get("/v4/spreadsheets/kronos/values/Operaciones!B2?valueRenderOption=FORMULA")
                        .body()
                        .get("values")
                        .toString())
                .isEqualTo("[[\"=A2*2\"]]");
        // no sheet of an imported file has id 0
        assertThat(verify.get("/v4/spreadsheets/kronos?fields=sheets.properties.sheetId")
                        .body()
                        .at("/sheets/0/properties/sheetId")
                        .asInt())
                .isNotZero();
        JsonNode writer = new Http(emulator.baseUri(), Clients.SCHEMA)
                .batch("kronos", "{\"addSheet\":{}}")
                .body();
        assertThat(writer.has("replies")).isTrue();
    }

    @Test
    void exportsWhatItImported() throws IOException {
        emulator.admin().importWorkbook(workbook(), "Kronos.xlsx", "kronos", "");

        byte[] exported = emulator.admin().exportWorkbook("kronos");
        emulator.admin().importWorkbook(exported, "again.xlsx", "again", "Again");

        assertThat(http.get("/v4/spreadsheets/again/values/A1:B2?valueRenderOption=FORMULA")
                        .body()
                        .get("values")
                        .toString())
                .isEqualTo("[[\"TAG\"],[2,\"=A2*2\"]]");
        assertThat(http.get("/_emulator/workbooks")
                        .body()
                        .at("/workbooks/0/spreadsheetId")
                        .asText())
                .isEqualTo("again");
    }

    @Test
    void importsACsvOverHttpAndRefusesATakenId() {
        Http.Answer imported = http.send(
                "POST", "/_emulator/workbooks?id=csv&title=Hoja", "a,b\n1,2\n", "X-File-Name", "Operaci%C3%B3n.csv");

        assertThat(imported.body().toString())
                .isEqualTo("{\"spreadsheetId\":\"csv\",\"title\":\"Hoja\",\"tabs\":[\"Operación\"]}");
        assertThat(http.send("POST", "/_emulator/workbooks?id=csv", "a", "X-File-Name", "x.csv")
                        .status())
                .isEqualTo(409);
        assertThat(http.send("POST", "/_emulator/workbooks", "a").message())
                .isEqualTo("send the name of the workbook in the header X-File-Name");
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        Http.Answer answer =
                http.send("POST", "/_emulator/workbooks", "PK\u0003\u0004nonsense", "X-File-Name", "x.xlsx");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("x.xlsx");
    }
}
