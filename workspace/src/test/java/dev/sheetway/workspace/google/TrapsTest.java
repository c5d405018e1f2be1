package dev.sheetway.workspace.google;

import static dev.sheetway.workspace.google.Wire.EXPAND;
import static dev.sheetway.workspace.google.Wire.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.ValueRange;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.Effect.CellWrite;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.NumberFormat;
import dev.sheetway.workspace.TabArea;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong with Google's client when nobody looks, and that it does not here. */
class TrapsTest {
    private static final GridArea ONE = new GridArea(0, 0, 1, 0, 1);

    private final CannedGoogle google = new CannedGoogle();
    private final GoogleWorkspace workspace = Wire.connect(google, new FakePace(0.5));

    TrapsTest() throws IOException {}

    @AfterEach
    void close() {
        google.close();
    }

    /** Why there is a rule against {@code ValueRange}, and why no list of cells can hold a null. */
    @Test
    void googlesClientDropsNullsInsideValuesSoNoListOfOursCanHoldOne() throws IOException {
        ValueRange row = new ValueRange().setValues(List.of(Arrays.asList("a", null, "c")));

        assertThat(GsonFactory.getDefaultInstance().toString(row)).isEqualTo("{\"values\":[[\"a\",\"c\"]]}");
        assertThatThrownBy(() -> new Effect.WriteCells(
                        0, 1, 5, List.of(Arrays.asList(CellWrite.of(CellContent.BLANK), (CellWrite) null))))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void sheetIdZeroIsSentAndIsUnderstoodWhereGoogleLeavesItOut() {
        assertThat(new GridRange().getSheetId())
                .as("what Google's own model makes of {}")
                .isNull();
        google.answer(200, Wire.APPLIED)
                .answer(
                        200,
                        "{\"sheets\":[{\"properties\":{\"title\":\"First\",\"gridProperties\":{\"rowCount\":2,\"columnCount\":2}}}],"
                                + "\"namedRanges\":[{\"namedRangeId\":\"n\",\"name\":\"n\",\"range\":{\"endRowIndex\":1,"
                                + "\"endColumnIndex\":1}}]}");

        workspace.writer().apply(ID, Wire.batch(EXPAND, new Effect.DeleteColumns(0, 0, 1)));
        var book = workspace.reader().open(ID);

        assertThat(google.sent.getFirst().body()).contains("\"deleteDimension\":{\"range\":", "\"sheetId\":0");
        assertThat(book.tab(0).orElseThrow().title()).isEqualTo("First");
        assertThat(book.namedRanges().getFirst().area()).contains(ONE);
    }

    @Test
    void aDateIsASerialNumberWithAFormatInBothDirections() {
        String date = "{\"userEnteredValue\":{\"numberValue\":43831},"
                + "\"userEnteredFormat\":{\"numberFormat\":{\"type\":\"DATE\",\"pattern\":\"yyyy-mm-dd\"}}}";
        workspace.reader().tabSeen(ID, 0, "T");
        google.answer(
                        200,
                        "{\"sheets\":[{\"properties\":{\"sheetId\":0,\"title\":\"T\"},\"data\":[{\"rowData\":[{\"values\":["
                                + date + "]}]}]}]}")
                .answer(200, Wire.APPLIED);
        List<Cell> read = new ArrayList<>();

        workspace.reader().scan(ID, ONE, (area, row, cells) -> read.addAll(cells));
        CellWrite back = new CellWrite(
                Optional.of(read.getFirst().content()), read.getFirst().format());
        workspace.writer().apply(ID, Wire.batch(EXPAND, new Effect.WriteCells(0, 0, 0, List.of(List.of(back)))));

        assertThat(read)
                .containsExactly(new Cell(
                        new CellContent.Number(43831),
                        Optional.of(new NumberFormat("DATE", "yyyy-mm-dd")),
                        Optional.empty()));
        assertThat(google.sent.getLast().body())
                .contains("\"numberValue\":43831.0", "\"pattern\":\"yyyy-mm-dd\"")
                .doesNotContain("stringValue");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Operaciones, `'Operaciones'!A1:A1`",
                "It's 2nd, `'It''s 2nd'!A1:A1`",
                "'quoted', `'''quoted'''!A1:A1`",
                "A1, `'A1'!A1:A1`",
                "R1C1, `'R1C1'!A1:A1`",
                "2026, `'2026'!A1:A1`",
                "TRUE, `'TRUE'!A1:A1`",
                "평가 x!y, `'평가 x!y'!A1:A1`"
            })
    void everyTabNameIsQuotedAndItsQuotesAreDoubled(String title, String range) {
        assertThat(A1.range(title, ONE)).isEqualTo(range);
        assertThat(A1.range(new TabArea(title, 0, OptionalInt.of(1), 0, OptionalInt.of(1))))
                .contains(range);
    }

    @Test
    void timeoutsAreLongerThanGoogleWorksOnARequest() {
        GatewaySettings settings = GatewaySettings.of(GatewaySettings.GOOGLE, TokenSource.fixed("t"));

        assertThat(settings.readTimeout()).isGreaterThan(Duration.ofSeconds(180));
        assertThat(settings.quotas()).isEqualTo(Quotas.google());
        assertThat(GatewaySettings.of(URI.create("http://127.0.0.1:1"), TokenSource.fixed("t"))
                        .quotas())
                .isEqualTo(Quotas.unlimited());
    }

    @Test
    void aPersonsCredentialsNameNoServiceAccount() {
        AccessToken token = new AccessToken("t", Date.from(Instant.EPOCH));

        assertThat(GoogleAccount.of(GoogleCredentials.create(token))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "200, `{\"user\":{\"emailAddress\":\"a@b.example\"}}`, a@b.example",
                "200, `{\"user\":{}}`, ``",
                "200, `no json`, ``",
                "501, `{}`, ``"
            })
    void asksDriveWhoseCredentialsTheseAre(int status, String body, String expected) {
        google.answer(status, body);

        Optional<String> account = GoogleAccount.askDrive(RawGoogle.connect(Wire.settings(google)));

        assertThat(account.orElse("")).isEqualTo(expected);
        assertThat(google.sent.getFirst().uri()).startsWith("/drive/v3/about?fields=user");
    }
}
