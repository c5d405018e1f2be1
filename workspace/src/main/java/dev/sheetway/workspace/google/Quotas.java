package dev.sheetway.workspace.google;

import java.time.Duration;

/**
 * What this process allows itself per minute; every try of every call counts. A process is one user towards Google.
 *
 * @param sheetsReadsPerUser calls that read a spreadsheet, per minute
 * @param sheetsReadsPerProject the same for all users of the Google Cloud project that run in this process
 * @param sheetsWritesPerUser calls that change a spreadsheet, per minute
 * @param sheetsWritesPerProject the same for the project
 * @param drivePerUser calls to Drive, per minute
 * @param spreadsheetInterval between two calls for the same spreadsheet
 */
public record Quotas(
        int sheetsReadsPerUser,
        int sheetsReadsPerProject,
        int sheetsWritesPerUser,
        int sheetsWritesPerProject,
        int drivePerUser,
        Duration spreadsheetInterval) {

    public Quotas {
        if (sheetsReadsPerUser < 1
                || sheetsReadsPerProject < 1
                || sheetsWritesPerUser < 1
                || sheetsWritesPerProject < 1
                || drivePerUser < 1
                || spreadsheetInterval.isNegative()) {
            throw new IllegalArgumentException("quotas: expected 1 or more per minute and no negative interval");
        }
    }

    /**
     * Google's published limits: 60 reads and 60 writes per minute and user, 300 per project, 12,000 Drive queries, and
     * the advice of one request per second and spreadsheet.
     *
     * @see <a href="https://developers.google.com/workspace/sheets/api/limits">Usage limits of Sheets</a>
     */
    public static Quotas google() {
        return new Quotas(60, 300, 60, 300, 12_000, Duration.ofSeconds(1));
    }

    /** No waiting here; whoever answers has its own limits. */
    public static Quotas unlimited() {
        int many = Integer.MAX_VALUE;
        return new Quotas(many, many, many, many, many, Duration.ZERO);
    }
}
