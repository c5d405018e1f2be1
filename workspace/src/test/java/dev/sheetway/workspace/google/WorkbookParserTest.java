package dev.sheetway.workspace.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.Workbook;
import dev.sheetway.workspace.Workbook.Location;
import dev.sheetway.workspace.Workbook.Metadata;
import dev.sheetway.workspace.Workbook.NamedRange;
import dev.sheetway.workspace.Workbook.Tab;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookParserTest {

    @Test
    void readsWhatGoogleWritesAndFillsInWhatItLeavesOut() throws IOException {
        Workbook workbook = parse("""
                {"properties":{"title":"T","locale":"es_CL","timeZone":"America/Santiago","autoRecalc":"ON_CHANGE"},
                 "sheets":[
                  {"properties":{"sheetId":0,"title":"Operaciones","index":0,
                    "gridProperties":{"rowCount":2556,"columnCount":63,"frozenRowCount":1}},
                   "data":[{"rowMetadata":[{},{},{"developerMetadata":[{"metadataId":5,"metadataKey":"r","metadataValue":"x"}]}],
                            "columnMetadata":[{},{"developerMetadata":[{"metadataId":6,"metadataKey":"c"}]}]}],
                   "protectedRanges":[{"protectedRangeId":1},{"protectedRangeId":2}]},
                  {"developerMetadata":[{"metadataId":7,"metadataKey":"t","metadataValue":"y"}],"data":[{}],
                   "properties":{"sheetId":9,"title":"Metadata","index":1,"hidden":true,
                    "gridProperties":{"rowCount":10,"columnCount":2,"frozenColumnCount":2}}},
                  {"properties":{"sheetId":11,"title":"Chart","index":2}}],
                 "namedRanges":[
                  {"namedRangeId":"a","name":"zero","range":{"endRowIndex":1,"endColumnIndex":1}},
                  {"namedRangeId":"b","name":"unbounded","range":{"sheetId":9,"startColumnIndex":1}}],
                 "developerMetadata":[{"metadataId":8,"metadataKey":"s","metadataValue":"z","visibility":"DOCUMENT"}],
                 "commentsViewMode":"NEW_THING"}
                """);

        assertThat(workbook.title()).isEqualTo("T");
        assertThat(workbook.locale()).isEqualTo("es_CL");
        assertThat(workbook.timeZone()).isEqualTo("America/Santiago");
        assertThat(workbook.tabs())
                .containsExactly(
                        new Tab(0, "Operaciones", 0, 2556, 63, false, 1, 0, 2),
                        new Tab(9, "Metadata", 1, 10, 2, true, 0, 2, 0),
                        new Tab(11, "Chart", 2, 0, 0, false, 0, 0, 0));
        List<Tab> chartFirst = List.of(workbook.tabs().get(2), workbook.tabs().get(1));
        assertThat(new Workbook(workbook.id(), "T", "es_CL", "Z", chartFirst, List.of(), List.of())
                        .slotTab()
                        .sheetId())
                .as("where a named range can stand")
                .isEqualTo(9);
        assertThat(workbook.namedRanges())
                .containsExactly(
                        new NamedRange("a", "zero", Optional.of(new GridArea(0, 0, 1, 0, 1))),
                        new NamedRange(
                                "b", "unbounded", Optional.of(new GridArea(9, 0, GridArea.END, 1, GridArea.END))));
        assertThat(workbook.metadata())
                .containsExactlyInAnyOrder(
                        new Metadata(5, "r", "x", new Location.OfRow(0, 2)),
                        new Metadata(6, "c", "", new Location.OfColumn(0, 1)),
                        new Metadata(7, "t", "y", new Location.OfTab(9)),
                        new Metadata(8, "s", "z", new Location.OfSpreadsheet()));
    }

    @Test
    void anEmptyAnswerIsAnEmptyWorkbook() throws IOException {
        assertThat(parse("{}").tabs()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "[]",
                "{\"sheets\":[{\"properties\":{\"title\":",
                "{\"sheets\":{}}",
                "{\"sheets\":[{\"properties\":{\"sheetId\":\"secret\"}}]}"
            })
    void anythingElseIsUnreadableAndItsTextIsNotRepeated(String body) {
        assertThatThrownBy(() -> parse(body))
                .isInstanceOf(UnreadableAnswer.class)
                .hasNoCause()
                .hasMessageNotContaining("secret");
    }

    private static Workbook parse(String json) throws IOException {
        return WorkbookParser.parse(Wire.ID, new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
