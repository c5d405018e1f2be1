package dev.sheetway.cli.report;

import java.util.List;

/**
 * What a migration keeps in hidden tabs of the workbook: the cells of columns that it deleted or is about to change, what
 * people typed there included. The journal holds no cell's content, so this alone is read from the sheet.
 */
public sealed interface Archived {

    /** As far as the journal tells, there is nothing. */
    record Nothing() implements Archived {}

    /**
     * It was not looked at.
     *
     * @param tabs titles that the journal tells
     * @param why for people
     */
    record NotRead(List<String> tabs, String why) implements Archived {
        public NotRead {
            tabs = List.copyOf(tabs);
        }
    }

    /** @param gone titles that the journal tells and the workbook no longer has */
    record Read(List<ArchivedTab> tabs, List<String> gone) implements Archived {
        public Read {
            tabs = List.copyOf(tabs);
            gone = List.copyOf(gone);
        }
    }
}
