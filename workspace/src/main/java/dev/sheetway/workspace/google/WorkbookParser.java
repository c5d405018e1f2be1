package dev.sheetway.workspace.google;

import com.google.gson.stream.JsonReader;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.workspace.Workbook;
import dev.sheetway.workspace.Workbook.Location;
import dev.sheetway.workspace.Workbook.Metadata;
import dev.sheetway.workspace.Workbook.NamedRange;
import dev.sheetway.workspace.Workbook.Tab;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the answer to {@code spreadsheets.get} with {@link #MASK}. Streams, because row metadata comes as one entry per
 * row of every tab, nearly all of them empty.
 *
 * <p>Google leaves out what has its default: a {@code sheetId} of 0 inside ranges, {@code hidden: false}, empty lists.
 */
final class WorkbookParser {
    private static final String METADATA = "developerMetadata(metadataId,metadataKey,metadataValue)";

    /** Everything of the structure in one call; naming {@code data} gives anchors without any cell. */
    static final String MASK = "properties(title,locale,timeZone),"
            + "sheets(properties(sheetId,title,index,hidden,"
            + "gridProperties(rowCount,columnCount,frozenRowCount,frozenColumnCount)),"
            + "protectedRanges(protectedRangeId)," + METADATA + ","
            + "data(startRow,startColumn,rowMetadata(" + METADATA + "),columnMetadata(" + METADATA + "))),"
            + "namedRanges," + METADATA;

    private final List<Tab> tabs = new ArrayList<>();
    private final List<NamedRange> namedRanges = new ArrayList<>();
    private final List<Metadata> metadata = new ArrayList<>();
    private String title = "";
    private String locale = "";
    private String timeZone = "";

    private WorkbookParser() {}

    /** @throws UnreadableAnswer when the stream ends early or is something else */
    static Workbook parse(SpreadsheetId id, InputStream answer) throws IOException {
        WorkbookParser parser = new WorkbookParser();
        JsonFields.document(answer, parser::field);
        return new Workbook(
                id, parser.title, parser.locale, parser.timeZone, parser.tabs, parser.namedRanges, parser.metadata);
    }

    private void field(String name, JsonReader in) throws IOException {
        switch (name) {
            case "properties" -> JsonFields.object(in, this::property);
            case "sheets" -> JsonFields.array(in, sheet -> tabs.add(TabParser.parse(sheet, metadata)));
            case "namedRanges" -> JsonFields.array(in, range -> namedRanges.add(StructureParts.namedRange(range)));
            case "developerMetadata" ->
                JsonFields.array(
                        in, entry -> metadata.add(StructureParts.metadata(entry, new Location.OfSpreadsheet())));
            default -> in.skipValue();
        }
    }

    private void property(String name, JsonReader in) throws IOException {
        switch (name) {
            case "title" -> title = in.nextString();
            case "locale" -> locale = in.nextString();
            case "timeZone" -> timeZone = in.nextString();
            default -> in.skipValue();
        }
    }
}
