package dev.sheetway.schema.planner;

import java.time.ZoneId;

/**
 * The tab that gets one row per step.
 *
 * @param nextRow 0-based row directly behind the last one with content
 * @param zone of the spreadsheet: the day in an audit row is the day there
 */
public record AuditTab(int sheetId, int nextRow, ZoneId zone) {
    /** Columns of an audit row. */
    public static final int COLUMNS = 10;
}
