package dev.sheetway.workspace.google;

import static dev.sheetway.workspace.google.Wire.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.TabArea;
import dev.sheetway.workspace.Workbook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Structure and cells in one call. */
class OpenWithTest {
    private static final TabArea HEADER = TabArea.row("Operaciones", 0);
    private static final TabArea KEYS = TabArea.columns("Operaciones", 1, 2);
    private static final String ANCHOR =
            "{'metadataId':7,'metadataKey':'sheetway.column','metadataValue':'{}','visibility':'DOCUMENT'}";
    private static final String PROPERTIES = "'properties':{'sheetId':77,'title':'Operaciones','index':0,"
            + "'gridProperties':{'rowCount':10,'columnCount':3}}";
    private static final String ANSWER = "{'properties':{'title':'T','timeZone':'Etc/GMT'},'sheets':[{" + PROPERTIES
            + ",'data':[{'columnMetadata':[{},{'developerMetadata':[" + ANCHOR + "]},{}],"
            + "'rowData':[{'values':[{'userEnteredValue':{'stringValue':'id'}},{'userEnteredValue':"
            + "{'stringValue':'TAG'}}]}]},"
            + "{'startColumn':1,'columnMetadata':[{'developerMetadata':[" + ANCHOR + "]}],"
            + "'rowData':[{'values':[{'userEnteredValue':{'stringValue':'TAG'}}]},{},"
            + "{'values':[{'userEnteredValue':{'numberValue':5}}]}]}]}]}";
    private static final String UNKNOWN_RANGE = "{'error':{'code':400,'message':\"Unable to parse range: 'Operaciones'!"
            + "A1:1\",'status':'INVALID_ARGUMENT'}}";

    private final CannedGoogle google = new CannedGoogle();
    private final SheetReader reader = Wire.connect(google, new FakePace(0.5)).reader();
    private final List<String> visited = new ArrayList<>();

    OpenWithTest() throws IOException {}

    @AfterEach
    void close() {
        google.close();
    }

    @Test
    void bringsTabsAnchorsAndRowsInOneCall() {
        google.answer(200, json(ANSWER));

        Workbook book = open(List.of(HEADER, KEYS));

        assertThat(google.sent).singleElement().satisfies(sent -> assertThat(sent.uri())
                .contains("ranges='Operaciones'!A1:1&ranges='Operaciones'!B1:B"));
        assertThat(book.tabs()).extracting(Workbook.Tab::sheetId).containsExactly(77);
        assertThat(book.metadata())
                .as("once, although both ranges bring it")
                .containsExactly(
                        new Workbook.Metadata(7, "sheetway.column", "{}", new Workbook.Location.OfColumn(77, 1)));
        assertThat(visited).containsExactly("header 0 id", "keys 0 TAG", "keys 2 5");
    }

    @Test
    void readsTheWholeStructureWhenATabIsNotThere() {
        google.answer(400, json(UNKNOWN_RANGE))
                .answer(
                        200,
                        json("{'properties':{'title':'T'},'sheets':[{'properties':{'sheetId':5,'title':'Other',"
                                + "'index':0,'gridProperties':{'rowCount':10,'columnCount':3}}}]}"));

        Workbook book = open(List.of(HEADER, KEYS));

        assertThat(book.tabs()).extracting(Workbook.Tab::title).containsExactly("Other");
        assertThat(visited).isEmpty();
        assertThat(google.sent).hasSize(2);
    }

    @Test
    void readsInTwoCallsWhenTheAnswerIsAboutOtherCells() {
        google.answer(200, json(ANSWER.replace("'startColumn':1", "'startColumn':2")))
                .answer(200, json("{'properties':{'title':'T'},'sheets':[{" + PROPERTIES + "}]}"))
                .answer(200, json(ANSWER));

        open(List.of(HEADER, KEYS));

        assertThat(visited).containsExactly("header 0 id", "keys 0 TAG", "keys 2 5");
        assertThat(google.sent).hasSize(3);
    }

    private Workbook open(List<TabArea> areas) {
        return reader.openWith(
                ID,
                areas,
                (area, row, cells) -> visited.add((area.equals(HEADER) ? "header " : "keys ") + row + " "
                        + cells.getFirst().content().asText()));
    }

    private static String json(String text) {
        return text.replace('\'', '"')
                .replace(
                        "\"Unable to parse range: \"Operaciones\"!A1:1\"",
                        "\"Unable to parse range: 'Operaciones'!A1:1\"");
    }
}
