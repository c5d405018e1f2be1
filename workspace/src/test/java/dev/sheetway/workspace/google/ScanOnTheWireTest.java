package dev.sheetway.workspace.google;

import static dev.sheetway.workspace.google.Wire.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.NumberFormat;
import dev.sheetway.workspace.SheetReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScanOnTheWireTest {
    private static final GridArea AREA = new GridArea(0, 0, 4, 0, 3);
    private static final String UNKNOWN_RANGE =
            "{\"error\":{\"code\":400,\"message\":\"Unable to parse range: 'x'!A1:C4\",\"status\":\"INVALID_ARGUMENT\"}}";

    private final CannedGoogle google = new CannedGoogle();
    private final FakePace pace = new FakePace(0.5);
    private final SheetReader reader = Wire.connect(google, pace).reader();
    private final List<String> visited = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();

    ScanOnTheWireTest() throws IOException {}

    @AfterEach
    void close() {
        google.close();
    }

    @Test
    void visitsRowsWithContentAndCellsAsEntered() {
        reader.tabSeen(ID, 0, "Operaciones");
        google.answer(200, cells("Operaciones", """
                {"rowData":[
                 {"values":[{"userEnteredValue":{"stringValue":"=x"}},{"userEnteredValue":{"numberValue":0}},
                            {"userEnteredFormat":{"numberFormat":{"type":"DATE","pattern":"yyyy"}}}]},
                 {},
                 {"values":[{"userEnteredFormat":{}},{"userEnteredValue":{"stringValue":""}}]},
                 {"values":[{},{"userEnteredValue":{"formulaValue":"=1/0"},"effectiveValue":{"errorValue":{"type":"DIVIDE_BY_ZERO"}},
                   "dataValidation":{"strict":true,"condition":{"type":"BOOLEAN"},"showCustomUi":false}},{}]}]}
                """));

        scan(AREA);

        assertThat(visited).containsExactly("0:3", "3:2");
        assertThat(cells.subList(0, 3))
                .containsExactly(
                        new Cell(new CellContent.Text("=x"), Optional.empty(), Optional.empty()),
                        new Cell(new CellContent.Number(0), Optional.empty(), Optional.empty()),
                        new Cell(CellContent.BLANK, Optional.of(new NumberFormat("DATE", "yyyy")), Optional.empty()));
        assertThat(cells.get(4))
                .isEqualTo(new Cell(
                        new CellContent.Formula("=1/0", "DIVIDE_BY_ZERO"),
                        Optional.empty(),
                        Optional.of("{\"condition\":{\"type\":\"BOOLEAN\"},\"strict\":true}")));
        assertThat(google.sent.getFirst().uri()).contains("ranges='Operaciones'!A1:C4");
    }

    @Test
    void looksTheTitleUpWhenItIsUnknownAndQuotesIt() {
        google.answer(200, structure("It's 100% ok/!")).answer(200, cells("It's 100% ok/!", "{}"));

        scan(AREA);

        assertThat(google.sent).hasSize(2);
        assertThat(google.sent.getLast().uri()).contains("ranges='It''s 100% ok/!'!A1:C4");
    }

    @Test
    void aRenamedTabIsFoundAgainByItsId() {
        reader.tabSeen(ID, 0, "Old");
        google.answer(400, UNKNOWN_RANGE)
                .answer(200, structure("New"))
                .answer(
                        200,
                        cells("New", "{\"rowData\":[{\"values\":[{\"userEnteredValue\":{\"stringValue\":\"a\"}}]}]}"));

        scan(AREA);

        assertThat(visited).containsExactly("0:1");
    }

    @Test
    void aTabThatTookOverTheTitleIsNotReadForTheOther() {
        reader.tabSeen(ID, 0, "Operaciones");
        google.answer(
                        200,
                        cells(
                                "Operaciones",
                                5,
                                "{\"rowData\":[{\"values\":[{\"userEnteredValue\":{\"stringValue\":\"wrong\"}}]}]}"))
                .answer(200, structure("Operaciones"))
                .answer(200, cells("Operaciones", 5, "{}"));

        assertThatThrownBy(() -> scan(AREA)).isInstanceOfSatisfying(GatewayException.class, e -> {
            assertThat(e.failure().failureClass()).isEqualTo(FailureClass.RETRYABLE);
            assertThat(e.failure().code()).isEqualTo("tab-renamed");
        });
        assertThat(visited).isEmpty();
    }

    @Test
    void aTabThatIsGoneNeedsAPerson() {
        google.answer(200, structure("Operaciones"));

        assertThatThrownBy(() -> scan(new GridArea(77, 0, 1, 0, 1)))
                .isInstanceOfSatisfying(GatewayException.class, e -> {
                    assertThat(e.failure().failureClass()).isEqualTo(FailureClass.PAUSE);
                    assertThat(e.failure().code()).isEqualTo("unknown-tab");
                    assertThat(e.failure().message()).contains("no tab with id 77");
                });
    }

    @Test
    void anAreaThatTheGridNoLongerHasMeansReadTheStructureAgain() {
        google.answer(200, structure("Operaciones"));

        assertThatThrownBy(() -> scan(new GridArea(0, 0, 11, 0, 3)))
                .isInstanceOfSatisfying(GatewayException.class, e -> {
                    assertThat(e.failure().failureClass()).isEqualTo(FailureClass.RETRYABLE);
                    assertThat(e.failure().code()).isEqualTo("outside-grid");
                });
        assertThat(google.sent).as("a read beyond the grid is never sent").hasSize(1);
    }

    @Test
    void anAnswerThatBreaksOffIsReadAgainAndNoRowIsVisitedTwice() {
        reader.tabSeen(ID, 0, "Operaciones");
        String rows = "{\"rowData\":[{\"values\":[{\"userEnteredValue\":{\"stringValue\":\"a\"}}]}]}";
        google.cutOff(cells("Operaciones", rows).replace("]}]}]}", "")).answer(200, cells("Operaciones", rows));

        scan(AREA);

        assertThat(visited).containsExactly("0:1");
        assertThat(pace.slept).hasSize(1);
    }

    @Test
    void severalAreasAreOneCallAndEachRowComesWithItsArea() {
        reader.tabSeen(ID, 0, "Operaciones");
        reader.tabSeen(ID, 9, "Metadata");
        GridArea header = new GridArea(0, 0, 1, 0, 3);
        GridArea lower = new GridArea(0, 2, 4, 1, 3);
        GridArea other = new GridArea(9, 1, 2, 0, 1);
        String value = "{\"values\":[{\"userEnteredValue\":{\"stringValue\":\"%s\"}}]}";
        google.answer(
                200,
                "{\"sheets\":[{\"properties\":{\"sheetId\":0,\"title\":\"Operaciones\"},\"data\":[{\"rowData\":["
                        + value.formatted("h") + "]},{\"startRow\":2,\"startColumn\":1,\"rowData\":[{},"
                        + value.formatted("l")
                        + "]}]},{\"properties\":{\"sheetId\":9,\"title\":\"Metadata\"},\"data\":["
                        + "{\"startRow\":1,\"rowData\":[" + value.formatted("o") + "]}]}]}");

        List<String> rows = new ArrayList<>();
        reader.scanAll(
                ID,
                List.of(header, other, lower),
                (area, row, found) ->
                        rows.add((area == header ? "header" : area == lower ? "lower" : area == other ? "other" : "?")
                                + " " + row + " " + found.getFirst().content().asText()));

        assertThat(rows).containsExactly("header 0 h", "other 1 o", "lower 3 l");
        assertThat(google.sent).hasSize(1);
    }

    @Test
    void onlyTheTitleThatWasAskedForCountsWhenTwoTabsSwappedTheirs() {
        reader.tabSeen(ID, 0, "A");
        reader.tabSeen(ID, 9, "B");
        google.answer(
                        200,
                        "{\"sheets\":[{\"properties\":{\"sheetId\":0,\"title\":\"B\"},\"data\":[{}]},"
                                + "{\"properties\":{\"sheetId\":9,\"title\":\"A\"},\"data\":[{}]}]}")
                .answer(200, "{}");

        assertThatThrownBy(() -> reader.scanAll(
                        ID, List.of(new GridArea(0, 0, 1, 0, 1), new GridArea(9, 0, 1, 0, 1)), (a, r, c) -> {}))
                .isInstanceOf(GatewayException.class);
        assertThat(google.sent).as("read the structure after the mismatch").hasSize(2);
    }

    private void scan(GridArea area) {
        reader.scan(ID, area, (asked, row, found) -> {
            visited.add(row + ":" + found.size());
            cells.addAll(found);
        });
    }

    private static String cells(String title, String data) {
        return cells(title, 0, data);
    }

    private static String cells(String title, int sheetId, String data) {
        return "{\"sheets\":[{\"properties\":{\"sheetId\":" + sheetId + ",\"title\":\"" + title + "\"},\"data\":["
                + data.replaceAll("\\n\\s*", "") + "]}]}";
    }

    private static String structure(String title) {
        return "{\"sheets\":[{\"properties\":{\"sheetId\":0,\"title\":\"" + title
                + "\",\"gridProperties\":{\"rowCount\":10,\"columnCount\":5}}}]}";
    }
}
