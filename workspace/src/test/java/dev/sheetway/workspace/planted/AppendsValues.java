package dev.sheetway.workspace.planted;

import com.google.api.services.sheets.v4.Sheets;
import com.google.api.services.sheets.v4.model.ValueRange;
import java.io.IOException;

/** Breaks a rule of {@code ArchitectureTest} on purpose. */
public final class AppendsValues {
    public Object append(Sheets sheets) throws IOException {
        return sheets.spreadsheets().values().append("id", "A1", new ValueRange());
    }
}
