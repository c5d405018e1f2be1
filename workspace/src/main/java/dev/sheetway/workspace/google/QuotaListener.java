package dev.sheetway.workspace.google;

import dev.sheetway.contracts.SpreadsheetId;
import java.time.Duration;

/** Hears of each wait for quota, before it. */
@FunctionalInterface
public interface QuotaListener {

    /** @param quota that is used up, such as {@code sheets-reads-per-user} */
    void waiting(SpreadsheetId spreadsheet, String quota, Duration wait);
}
