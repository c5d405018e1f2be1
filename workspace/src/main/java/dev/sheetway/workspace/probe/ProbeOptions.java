package dev.sheetway.workspace.probe;

import dev.sheetway.contracts.SpreadsheetId;
import java.util.Optional;

/**
 * What to probe with.
 *
 * @param spreadsheet that nobody needs; its title says "disposable", or is repeated in {@code confirmedTitle}
 * @param folderId where copies may go that a service account cannot own
 * @param exhaustQuota whether the account's reads of one minute may be used up
 * @param release of Sheetway that asks
 * @param account e-mail address of who asks; empty when unknown
 */
public record ProbeOptions(
        SpreadsheetId spreadsheet,
        Optional<String> confirmedTitle,
        Optional<String> folderId,
        boolean exhaustQuota,
        String release,
        Optional<String> account) {

    public static ProbeOptions of(SpreadsheetId spreadsheet, String release) {
        return new ProbeOptions(spreadsheet, Optional.empty(), Optional.empty(), false, release, Optional.empty());
    }

    public ProbeOptions withConfirmedTitle(String title) {
        return new ProbeOptions(spreadsheet, Optional.of(title), folderId, exhaustQuota, release, account);
    }

    public ProbeOptions withFolder(String folder) {
        return new ProbeOptions(spreadsheet, confirmedTitle, Optional.of(folder), exhaustQuota, release, account);
    }

    public ProbeOptions withAccount(String email) {
        return new ProbeOptions(spreadsheet, confirmedTitle, folderId, exhaustQuota, release, Optional.of(email));
    }

    public ProbeOptions exhaustingQuota() {
        return new ProbeOptions(spreadsheet, confirmedTitle, folderId, true, release, account);
    }
}
