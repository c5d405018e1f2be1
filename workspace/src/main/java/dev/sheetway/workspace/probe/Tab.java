package dev.sheetway.workspace.probe;

/** A tab that this run made. */
record Tab(int sheetId, String title) {

    /** A range of it in A1 notation, encoded for a URL. */
    String range(String corners) {
        return Bench.encoded("'" + title + "'!" + corners);
    }
}
