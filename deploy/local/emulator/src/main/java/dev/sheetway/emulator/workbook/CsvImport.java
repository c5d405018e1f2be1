package dev.sheetway.emulator.workbook;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Reads a CSV file (RFC 4180, UTF-8, separated by comma, semicolon or tab, whichever its first line uses most) into a
 * spreadsheet of one tab. Numbers become numbers, {@code 007} too, as Google's import does; all else stays text.
 */
final class CsvImport {
    private static final Pattern NUMBER = Pattern.compile("-?(\\d+(\\.\\d+)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern LEADING_ZERO = Pattern.compile("-?0\\d.*");
    private static final int PIXELS_PER_ROW = 21;
    private static final int PIXELS_PER_COLUMN = 100;
    private static final int EXACT_DIGITS = 15;

    private final Grid grid = new Grid();
    private final Losses losses = new Losses();

    private CsvImport() {}

    static ImportedWorkbook read(byte[] bytes, String fileName) {
        String title = WorkbookReader.titleOf(fileName);
        CsvImport csv = new CsvImport();
        csv.rows(decode(bytes, fileName), fileName);
        ObjectNode spreadsheet = Json.object();
        spreadsheet.set("properties", SpreadsheetDefaults.properties(title));
        spreadsheet.putArray("sheets").add(csv.sheet(title));
        return new ImportedWorkbook(spreadsheet, csv.losses.sentences());
    }

    private static String decode(byte[] bytes, String fileName) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw NotAWorkbookException.found(fileName, "binary data under a .csv name");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw NotAWorkbookException.found(fileName, "text that is not UTF-8 (save it as \"CSV UTF-8\")", notUtf8);
        }
    }

    private void rows(String text, String fileName) {
        CsvMapper mapper =
                CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator(text));
        try (MappingIterator<String[]> rows =
                mapper.readerFor(String[].class).with(schema).readValues(text)) {
            for (int row = 0; rows.hasNextValue(); row++) {
                String[] cells = rows.nextValue();
                for (int column = 0; column < cells.length; column++) {
                    put(row, column, cells[column]);
                }
            }
        } catch (IOException malformed) {
            throw NotAWorkbookException.found(fileName, "malformed CSV (" + malformed.getMessage() + ")", malformed);
        }
    }

    private static char separator(String text) {
        int[] counts = new int[128];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (c == '\n' || c == '\r')) {
                break;
            }
            if (!quoted && (c == ',' || c == ';' || c == '\t')) {
                counts[c]++;
            }
        }
        char best = counts[';'] > counts[','] ? ';' : ',';
        return counts['\t'] > counts[best] ? '\t' : best;
    }

    private void put(int row, int column, String text) {
        grid.reach(row, column);
        if (text.isEmpty()) {
            return;
        }
        ObjectNode cell = grid.cell(row, column);
        boolean number = NUMBER.matcher(text).matches();
        ObjectNode value = cell.putObject("userEnteredValue");
        if (number) {
            noteChange(row, column, text);
            value.set("numberValue", Json.number(Double.parseDouble(text)));
        } else {
            value.put("stringValue", text);
        }
        cell.set("effectiveValue", value.deepCopy());
        cell.put("formattedValue", number ? value.get("numberValue").asText() : text);
    }

    private void noteChange(int row, int column, String text) {
        String where = "row " + (row + 1) + ", column " + (column + 1);
        if (LEADING_ZERO.matcher(text).matches()) {
            losses.add("cells", "number whose leading zeros are gone, as in Google's import", where);
        }
        if (text.chars().filter(Character::isDigit).count() > EXACT_DIGITS) {
            losses.add("cells", "number of more than 15 digits, rounded as in Google's import", where);
        }
    }

    private ObjectNode sheet(String title) {
        ObjectNode sheet = Json.object();
        ObjectNode properties = sheet.putObject("properties");
        properties.put("sheetId", new Identifiers().next(title)).put("title", title);
        properties.put("index", 0).put("sheetType", "GRID");
        properties.putObject("gridProperties").put("rowCount", grid.rowCount()).put("columnCount", grid.columnCount());
        ObjectNode data = sheet.putArray("data").addObject();
        data.set("rowData", grid.rowData());
        data.set("rowMetadata", sizes(grid.rowCount(), PIXELS_PER_ROW));
        data.set("columnMetadata", sizes(grid.columnCount(), PIXELS_PER_COLUMN));
        return sheet;
    }

    private static ArrayNode sizes(int count, int pixels) {
        ArrayNode sizes = Json.array();
        for (int i = 0; i < count; i++) {
            sizes.addObject().put("pixelSize", pixels);
        }
        return sizes;
    }
}
