package dev.sheetway.schema.executor;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.workspace.GatewayException;
import java.util.function.Supplier;

/** Turns "not found" into a refusal while nothing was written yet; later it pauses, because somebody may give access back. */
final class UnknownSpreadsheet {
    private static final String NOT_FOUND = "not-found";

    private UnknownSpreadsheet() {}

    static <T> T refused(SpreadsheetId id, Supplier<T> read) {
        try {
            return read.get();
        } catch (GatewayException failed) {
            if (failed.failure().code().equals(NOT_FOUND)) {
                StepFailedException refusal = new StepFailedException(Failure.of(
                        FailureClass.FAILED,
                        "unknown-spreadsheet",
                        "spreadsheet \"" + id + "\" was not found: expected one that the service's account may open;"
                                + " nothing written; correct the id or share the file with the account"));
                refusal.addSuppressed(failed);
                throw refusal;
            }
            throw failed;
        }
    }
}
