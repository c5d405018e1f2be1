package dev.sheetway.schema.planner;

import dev.sheetway.contracts.HeaderName;
import java.util.ArrayList;
import java.util.List;

/** The columns of a table while a batch deletes and inserts some. */
final class TableShape {
    private static final int NEW = -1;

    /** @param origin index before the batch; -1: inserted by it, beside the column {@code beside} */
    private record Column(int origin, int beside, String header) {}

    private final List<Column> columns = new ArrayList<>();

    /** @param deleted indexes that the batch deletes first */
    TableShape(SheetSnapshot sheet, List<Integer> deleted) {
        List<String> texts = sheet.header().texts();
        int width = Math.max(texts.size(), sheet.tab().columnCount());
        for (int index = 0; index < width; index++) {
            if (!deleted.contains(index)) {
                columns.add(new Column(index, NEW, index < texts.size() ? texts.get(index) : ""));
            }
        }
    }

    /** Where the column stands now that stood at {@code origin} before the batch. */
    int now(int origin) {
        for (int at = 0; at < columns.size(); at++) {
            if (columns.get(at).origin() == origin) {
                return at;
            }
        }
        throw new IllegalStateException("column " + origin + " is deleted by the batch");
    }

    String header(int at) {
        return at < columns.size() ? columns.get(at).header() : "";
    }

    void rename(int at, String header) {
        Column old = columns.get(at);
        columns.set(at, new Column(old.origin(), old.beside(), header));
    }

    /** Inserts behind the column that stood at {@code origin}, and behind what was inserted there already. */
    int insertBehind(int origin, String header) {
        int at = now(origin) + 1;
        while (at < columns.size() && columns.get(at).beside() == origin) {
            at++;
        }
        columns.add(at, new Column(NEW, origin, header));
        return at;
    }

    /** Inserts behind the column of that header; without one at {@code index}, or at the end. */
    int insert(String after, int index, String header) {
        int at = Math.min(index, columns.size());
        for (int i = 0; i < columns.size() && index > 0; i++) {
            if (!after.isBlank() && HeaderName.same(columns.get(i).header(), after)) {
                at = i + 1;
                break;
            }
        }
        columns.add(at, new Column(NEW, NEW, header));
        return at;
    }

    List<String> texts() {
        return columns.stream().map(Column::header).toList();
    }

    int headers() {
        return (int)
                columns.stream().filter(column -> !column.header().isBlank()).count();
    }
}
