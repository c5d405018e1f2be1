package dev.sheetway.workspace.google;

import static dev.sheetway.workspace.google.EmulatedGoogle.ID;
import static dev.sheetway.workspace.google.EmulatedGoogle.VERIFIER;
import static dev.sheetway.workspace.google.EmulatedGoogle.WRITER;
import static dev.sheetway.workspace.google.EmulatedGoogle.row;
import static dev.sheetway.workspace.google.EmulatedGoogle.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.NumberFormat;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.Workbook;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingIT {
    private static final GridArea ALL = new GridArea(0, 0, 10, 0, 5);
    private static final String GET = "\"method\":\"sheets.spreadsheets.get\"";

    private final EmulatedGoogle google = new EmulatedGoogle();
    private final SheetReader reader = google.connect(VERIFIER).reader();

    ReadingIT() throws IOException {}

    @AfterEach
    void close() {
        google.close();
    }

    @Test
    void opensTheStructureInOneCallWithAReadOnlyScope() {
        Workbook workbook = reader.open(ID);

        assertThat(workbook.title()).isEqualTo("Original");
        assertThat(workbook.locale()).isEqualTo("es_CL");
        assertThat(workbook.timeZone()).isEqualTo("America/Santiago");
        assertThat(workbook.tabs())
                .containsExactly(
                        new Workbook.Tab(0, "Operaciones", 0, 10, 5, false, 1, 0, 0),
                        new Workbook.Tab(7, "It's 2nd", 1, 3, 2, true, 0, 0, 0));
        assertThat(google.calls()).isEqualTo(1);
    }

    @Test
    void scansCellsAsEnteredInOneMoreCall() {
        reader.open(ID);

        assertThat(rows(reader, ALL))
                .containsExactly("0: TAG,Fecha,N,Total,Fin", "1: S-1,45000,0,=C2*2", "2: S-2,,TRUE", "4: S-3,,=x,=1/0");
        assertThat(google.calls()).isEqualTo(2);
        assertThat(row(reader, 1).get(1).format()).contains(new NumberFormat("DATE", "yyyy-mm-dd"));
        assertThat(row(reader, 4).subList(2, 4))
                .extracting(cell -> cell.content())
                .containsExactly(new CellContent.Text("=x"), new CellContent.Formula("=1/0", "DIVIDE_BY_ZERO"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 12, 25, 1000})
    void chunksOfAnySizeGiveTheSameRowsInOrder(int maxCells) {
        SheetReader chunked =
                google.connect(google.settings(VERIFIER).withMaxCells(maxCells)).reader();

        assertThat(rows(chunked, ALL)).isEqualTo(rows(reader, ALL));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 1000})
    void scansCellsAsPeopleSeeThem(int maxCells) {
        SheetReader chunked =
                google.connect(google.settings(VERIFIER).withMaxCells(maxCells)).reader();
        List<String> rows = new ArrayList<>();

        chunked.scanShown(
                ID,
                ALL,
                (row, cells) -> cells.forEach(cell -> {
                    if (!cell.entered().isBlank()) {
                        rows.add(row + ": " + cell.entered().asText() + " as " + cell.shown());
                    }
                }));

        assertThat(rows)
                .contains("0: TAG as TAG", "1: 45000 as 2023-03-15", "2: TRUE as TRUE", "4: =1/0 as #DIV/0!")
                .hasSize(14);
    }

    @Test
    void aTabThatSomebodyReplacedUnderItsTitleIsNotShown() {
        reader.open(ID);
        google.admin()
                .faults(
                        "[{" + GET + ",\"nth\":1,\"kind\":\"userEdit\",\"edit\":{\"requests\":["
                                + "{\"updateSheetProperties\":{\"properties\":{\"sheetId\":7,\"title\":\"Other\"},\"fields\":\"title\"}},"
                                + "{\"updateSheetProperties\":{\"properties\":{\"sheetId\":0,\"title\":\"It's 2nd\"},\"fields\":\"title\"}}]}}]");

        assertThatThrownBy(() -> reader.scanShown(ID, new GridArea(7, 0, 3, 0, 2), (row, cells) -> {}))
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining("a tab was renamed or replaced while it was read");
    }

    @Test
    void readsATabWhoseTitleNeedsQuotes() {
        List<String> rows = new ArrayList<>();

        reader.scan(ID, new GridArea(7, 0, 3, 0, 2), (area, row, cells) -> rows.add("" + row));

        assertThat(rows).isEmpty();
        assertThat(google.admin()
                        .counts()
                        .path("methods")
                        .path("sheets.spreadsheets.get")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void followsATabThatAUserRenamesBetweenTwoChunks() {
        SheetReader chunked =
                google.connect(google.settings(VERIFIER).withMaxCells(10)).reader();
        chunked.open(ID);
        google.admin()
                .faults("[{" + GET
                        + ",\"nth\":2,\"kind\":\"userEdit\",\"edit\":{\"requests\":[{\"updateSheetProperties\":"
                        + "{\"properties\":{\"sheetId\":0,\"title\":\"Renamed\"},\"fields\":\"title\"}}]}}]");

        assertThat(rows(chunked, ALL)).hasSize(4);
    }

    @Test
    void anAnswerCutInHalfOrAnErrorPageIsReadAgain() {
        reader.open(ID);
        google.admin()
                .faults("[{" + GET + ",\"nth\":1,\"kind\":\"truncate\",\"when\":\"after\"},{" + GET
                        + ",\"nth\":2,\"kind\":\"html502\"}]");

        assertThat(rows(reader, ALL)).hasSize(4);
        assertThat(google.pace.slept).hasSize(2);
    }

    @Test
    void aSilentServerRunsIntoTheReadTimeout() {
        SheetReader impatient = google.connect(google.settings(VERIFIER).withReadTimeout(Duration.ofMillis(300)))
                .reader();
        google.admin().faults("[{" + GET + ",\"times\":3,\"kind\":\"latency\",\"latencyMs\":1500}]");

        assertThatThrownBy(() -> impatient.open(ID)).isInstanceOfSatisfying(GatewayException.class, e -> {
            assertThat(e.failure().failureClass()).isEqualTo(FailureClass.RETRYABLE);
            assertThat(e.failure().code()).isEqualTo("google-timeout");
        });
    }

    @Test
    void aQuotaRefusalIsWaitedOut() {
        google.admin().faults("[{" + GET + ",\"times\":2,\"kind\":\"status\",\"status\":429}]");

        assertThat(reader.open(ID).tabs()).hasSize(2);
        assertThat(google.pace.slept).hasSize(2);
    }

    @Test
    void aReadOnlyTokenCannotWrite() {
        assertThatThrownBy(() -> google.connect(VERIFIER).writer().apply(ID, Wire.batch(Wire.EXPAND)))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        e -> assertThat(e.failure().failureClass()).isEqualTo(FailureClass.PAUSE));
    }

    @Test
    void anUnknownSpreadsheetAndABadTokenPause() {
        assertThatThrownBy(() -> reader.open(new SpreadsheetId("nobody")))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        e -> assertThat(e.failure().code()).isEqualTo("not-found"));
        assertThatThrownBy(() -> google.connect("emu.broken").reader().open(ID))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        e -> assertThat(e.failure().code()).isEqualTo("credentials-rejected"));
        assertThatThrownBy(() ->
                        google.connect("emu.sa.stranger.spreadsheets").reader().open(ID))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        e -> assertThat(e.failure().failureClass()).isEqualTo(FailureClass.PAUSE));
    }

    @Test
    void anUnauthorisedWriteIsSeenAsSuchAlthoughItsBodyIsStreamed() {
        assertThatThrownBy(() -> google.connect("emu.broken").writer().apply(ID, Wire.batch(Wire.EXPAND)))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        e -> assertThat(e.failure().code()).isEqualTo("credentials-rejected"));
    }

    @Test
    void theEmulatorIsNamedAsSource() {
        assertThat(google.connect(WRITER).source()).isEqualTo("emulator");
        assertThat(GoogleWorkspace.connect(GatewaySettings.of(GatewaySettings.GOOGLE, TokenSource.fixed("t")))
                        .source())
                .isEqualTo("google");
    }
}
