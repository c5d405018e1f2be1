package dev.sheetway.emulator.sequences;

import java.util.function.Consumer;

/**
 * A step against a certain workbook: the request, and what it does to the workbook or why it is refused.
 *
 * @param method empty for a request of a batch; else that of a call of its own
 * @param path of a call of its own, below the spreadsheet
 */
record Planned(String method, String path, String json, Consumer<ReferenceWorkbook> change) {

    static Planned inBatch(String kind, String json, Consumer<ReferenceWorkbook> change) {
        return new Planned("", "", "{\"" + kind + "\":{" + json + "}}", change);
    }

    boolean isBatched() {
        return method.isEmpty();
    }
}
