package dev.sheetway.schema.executor;

import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.ArchiveTab;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.workspace.Workbook;

/** Hidden tabs of a batch. */
final class ArchiveTabs {
    private ArchiveTabs() {}

    /** @throws StepFailedException when somebody deleted it */
    static Workbook.Tab find(Workbook book, ArchiveTab archive) {
        return book.tab(archive.sheetId())
                .orElseThrow(() -> new StepFailedException(Failure.of(
                        FailureClass.PAUSE,
                        "archive-tab-missing",
                        "hidden tab \"" + archive.title() + "\" of spreadsheet \"" + book.id()
                                + "\" is gone: expected the cells as they were before the migration; nothing written; bring"
                                + " the tab back from the version history, then resume")));
    }
}
