package dev.sheetway.emulator.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.sheetway.emulator.a1.Area;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.sheets.CellPatch;
import dev.sheetway.emulator.sheets.UserEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** {@code pasteData}: delimited text entered as if typed [DISC; that it does not grow the grid is KNOW]. */
final class PasteData {

    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

    private PasteData() {}

    static void apply(BatchContext batch, ObjectNode request) {
        if (request.path("html").asBoolean()) {
            throw ApiException.notEmulated("pasteData of HTML");
        }
        String type = request.path("type").asText("PASTE_NORMAL");
        if (!type.equals("PASTE_NORMAL") && !type.equals("PASTE_VALUES") && !type.equals("PASTE_NO_BORDERS")) {
            throw ApiException.notEmulated("pasteData with " + type);
        }
        String delimiter = request.path("delimiter").asText();
        if (delimiter.isEmpty()) {
            throw ApiException.invalid("Must specify a delimiter or html.");
        }
        JsonNode start = BatchContext.object(request, "coordinate");
        SheetModel sheet = batch.sheet(start);
        List<List<String>> lines = lines(request.path("data").asText(), delimiter);
        int row = start.path("rowIndex").asInt();
        int column = start.path("columnIndex").asInt();
        int width = lines.stream().mapToInt(List::size).max().orElse(0);
        Area area = new Area(row, row + lines.size(), column, column + width);
        if (!sheet.all().contains(area) || row < 0 || column < 0) {
            throw ApiException.invalid("Range (" + area.print(sheet.title()) + ") exceeds grid limits. Max rows: "
                    + sheet.rows().size() + ", max columns: " + sheet.columns().size());
        }
        batch.protections().check(sheet, area);
        UserEntry entry = new UserEntry(batch.model(), batch.styles(), batch.today());
        batch.change(sheet, area, (cell, r, c) -> {
            List<String> line = lines.get(r - row);
            return c - column < line.size() ? entry.enter(cell, CellPatch.checked(line.get(c - column))) : cell;
        });
    }

    private static List<List<String>> lines(String data, String delimiter) {
        if (delimiter.length() > 1 || "\"\r\n".contains(delimiter)) {
            return data.isEmpty()
                    ? List.of()
                    : data.lines()
                            .map(line -> List.of(line.split(Pattern.quote(delimiter), -1)))
                            .toList();
        }
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(delimiter.charAt(0));
        List<List<String>> lines = new ArrayList<>();
        try (MappingIterator<String[]> read =
                CSV.readerFor(String[].class).with(schema).readValues(data)) {
            while (read.hasNext()) {
                lines.add(List.of(read.next()));
            }
        } catch (IOException | RuntimeException e) {
            throw ApiException.invalid("Invalid data: the delimited text cannot be read.");
        }
        return lines;
    }
}
