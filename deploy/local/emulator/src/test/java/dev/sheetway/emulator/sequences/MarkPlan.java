package dev.sheetway.emulator.sequences;

import static dev.sheetway.emulator.sequences.Refused.unless;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Steps that mark things: developer metadata and named ranges. */
final class MarkPlan {

    private MarkPlan() {}

    static Planned of(Step step, ReferenceSheet sheet) {
        return switch (step.action()) {
            case DELETE_METADATA -> deleteMetadata(step);
            case ADD_RANGE -> addRange(step, sheet);
            case DELETE_RANGE -> deleteRange(step);
            default -> addMetadata(step, sheet);
        };
    }

    private static Planned addMetadata(Step step, ReferenceSheet sheet) {
        int id = 1 + step.a() % 12;
        boolean rows = step.c() % 4 < 2;
        int index = step.b() % (sheet.axis(rows).size() + 1);
        String location =
                switch (step.c() % 4) {
                    case 0, 2 -> "{\"dimensionRange\":" + Plan.range(sheet, rows, index, index + 1) + "}";
                    case 1 -> "{\"sheetId\":" + sheet.id + "}";
                    default -> "{\"spreadsheet\":true}";
                };
        String json = "\"developerMetadata\":{\"metadataId\":" + id
                + ",\"metadataKey\":\"k\",\"visibility\":\"DOCUMENT\",\"location\":" + location + "}";
        return Planned.inBatch("createDeveloperMetadata", json, workbook -> {
            ReferenceSheet changed = workbook.byId(sheet.id);
            unless(!workbook.metadata.containsKey(id), "id taken");
            Line place =
                    switch (step.c() % 4) {
                        case 0, 2 -> {
                            List<Line> axis = changed.axis(rows);
                            unless(index < axis.size(), "no such line");
                            yield axis.get(index);
                        }
                        case 1 -> changed.self;
                        default -> ReferenceWorkbook.WHOLE;
                    };
            workbook.metadata.put(id, place);
        });
    }

    /** No match is no error. */
    private static Planned deleteMetadata(Step step) {
        int id = 1 + step.a() % 12;
        return Planned.inBatch(
                "deleteDeveloperMetadata",
                "\"dataFilter\":{\"developerMetadataLookup\":{\"metadataId\":" + id + "}}",
                workbook -> workbook.metadata.remove(id));
    }

    private static Planned addRange(Step step, ReferenceSheet sheet) {
        String id = "id" + step.a() % 5;
        String name = "name_" + step.b() % 5;
        int row = step.b() % sheet.rows.size();
        int column = step.c() % sheet.columns.size();
        int endRow = Math.min(sheet.rows.size(), row + 1 + step.c() % 4);
        int endColumn = Math.min(sheet.columns.size(), column + 1 + step.b() % 3);
        String json = "\"namedRange\":{\"namedRangeId\":\"" + id + "\",\"name\":\"" + name
                + "\",\"range\":{\"sheetId\":" + sheet.id + ",\"startRowIndex\":" + row + ",\"endRowIndex\":" + endRow
                + ",\"startColumnIndex\":" + column + ",\"endColumnIndex\":" + endColumn + "}}";
        return Planned.inBatch("addNamedRange", json, workbook -> {
            unless(!workbook.ranges.containsKey(id), "id taken");
            unless(
                    workbook.ranges.values().stream()
                            .noneMatch(range -> range.name().equals(name)),
                    "name taken, perhaps by a range whose cells are gone");
            ReferenceSheet changed = workbook.byId(sheet.id);
            Set<Line> rows = new HashSet<>(changed.rows.subList(row, endRow));
            Set<Line> columns = new HashSet<>(changed.columns.subList(column, endColumn));
            workbook.ranges.put(id, new ReferenceRange(name, changed.self, rows, columns));
        });
    }

    private static Planned deleteRange(Step step) {
        String id = "id" + step.a() % 5;
        return Planned.inBatch("deleteNamedRange", "\"namedRangeId\":\"" + id + "\"", workbook -> {
            unless(workbook.ranges.containsKey(id), "no such range");
            workbook.ranges.remove(id);
        });
    }
}
