package dev.sheetway.workspace.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.Reference;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferencesTest {
    private static List<Reference> parse(String json) {
        return References.parse(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void findsRangesFormulasAndColumnsWhereverTheyStand() {
        // When
        List<Reference> found = parse("""
                {"sheets":[
                 {"properties":{"title":"Empty"}},
                 {"properties":{"sheetId":9,"title":"T"},
                  "conditionalFormats":[{"ranges":[{"sheetId":9,"startColumnIndex":2,"endColumnIndex":3}],
                    "booleanRule":{"condition":{"type":"CUSTOM_FORMULA","values":[{"userEnteredValue":"=$B1>0"}]}}}],
                  "charts":[{"chartId":7,"spec":{"title":"Sums","basicChart":{"series":[{"series":{"sourceRange":{"sources":[
                    {"sheetId":9,"startRowIndex":1,"endRowIndex":5,"startColumnIndex":4,"endColumnIndex":5}]}}}]}}}],
                  "basicFilter":{"range":{"sheetId":9,"startRowIndex":0,"startColumnIndex":0,"endColumnIndex":6},
                    "criteria":{"3":{"hiddenValues":["x"]}}},
                  "filterViews":[{"title":"Open","range":{"sheetId":9},"sortSpecs":[{"dimensionIndex":1}],
                    "filterSpecs":[{"columnIndex":5}]}]}]}
                """);
        // Then
        assertThat(found)
                .containsExactly(
                        new Reference(
                                "conditional format 1 of tab \"T\"",
                                9,
                                List.of(new GridArea(9, 0, GridArea.END, 2, 3)),
                                List.of("=$B1>0"),
                                List.of()),
                        new Reference(
                                "chart 1 of tab \"T\"", 9, List.of(new GridArea(9, 1, 5, 4, 5)), List.of(), List.of()),
                        new Reference("filter view \"Open\" of tab \"T\"", 9, List.of(), List.of(), List.of(1, 5)),
                        new Reference(
                                "filter 1 of tab \"T\"",
                                9,
                                List.of(new GridArea(9, 0, GridArea.END, 0, 6)),
                                List.of(),
                                List.of(3)));
    }
}
