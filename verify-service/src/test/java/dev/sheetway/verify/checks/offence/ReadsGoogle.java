package dev.sheetway.verify.checks.offence;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.Workbook;
import java.io.InputStream;

/** What the rule about pure checks must find. */
public final class ReadsGoogle {
    private final SheetReader reader;
    private final InputStream file;

    public ReadsGoogle(SheetReader reader, InputStream file) {
        this.reader = reader;
        this.file = file;
    }

    public Workbook read(SpreadsheetId id) {
        return reader.open(id);
    }

    public InputStream file() {
        return file;
    }
}
