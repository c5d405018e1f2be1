package dev.sheetway.emulator.drive;

import dev.sheetway.emulator.access.Principal;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.settings.Settings;
import java.util.List;

/** Who may own files: a service account has no storage of its own [ISS n8n #26050, gspread #1568]. */
public final class Storage {

    private Storage() {}

    /**
     * Refuses a file that a service account would own.
     *
     * @param inSharedDrive whether the file would belong to a shared drive instead
     */
    public static void refuseServiceAccount(Principal principal, Settings settings, boolean inSharedDrive) {
        if (principal.serviceAccount()
                && !inSharedDrive
                && settings.serviceAccountStorage() == Settings.ServiceAccountStorage.REFUSE) {
            throw refusal();
        }
    }

    /** What Drive says to a service account that has no room. */
    public static ApiException refusal() {
        return new ApiException(
                403,
                "PERMISSION_DENIED",
                "storageQuotaExceeded",
                "usageLimits",
                "Service Accounts do not have storage quota. Leverage shared drives"
                        + " (https://developers.google.com/workspace/drive/api/guides/about-shareddrives), or use OAuth"
                        + " delegation (http://support.google.com/a/answer/7281227) instead.",
                List.of());
    }
}
