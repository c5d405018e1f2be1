package dev.sheetway.workspace.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Where Google is, who we are there, and how fast we may ask. */
@ConfigMapping(prefix = "sheetway.google")
public interface GoogleSettings {

    /** Base of the Sheets and Drive APIs. A loopback address means the emulator, and every result says so. */
    @WithDefault("https://sheets.googleapis.com/")
    URI rootUrl();

    /** A bearer token as it is, for the emulator. Without it the machine's application default credentials are used. */
    Optional<String> token();

    /**
     * E-mail address of the account, for {@link #probesDir()}; without it the one of the application default credentials,
     * which a person's do not tell.
     */
    Optional<String> account();

    /**
     * Silence after which a call is given up. Google works on a request for up to 180 s: with less, calls are given up
     * that were applied, and each costs another look.
     */
    @WithDefault("PT200S")
    Duration readTimeout();

    /** Where {@code ./sheetway doctor --probe-google} left its evidence: without it no live run against Google. */
    @WithDefault(".sheetway/probes")
    Path probesDir();

    Quota quota();

    /**
     * What this process allows itself. Each default is Google's published limit towards Google and none towards an
     * emulator. Set the limits per project lower when several processes share one Google Cloud project: each counts its
     * own calls. Too high: Google refuses calls, they are made again later, and other users of the project wait too.
     */
    interface Quota {

        /** Calls that read spreadsheets, per minute; Google: 60. */
        OptionalInt readsPerUser();

        /** The same for all users of the project; Google: 300. */
        OptionalInt readsPerProject();

        /** Calls that change spreadsheets, per minute; Google: 60. */
        OptionalInt writesPerUser();

        /** The same for all users of the project; Google: 300. */
        OptionalInt writesPerProject();

        /** Calls to Drive, per minute; Google: 12,000. */
        OptionalInt drivePerUser();

        /** Between two calls for one spreadsheet; Google advises PT1S. */
        Optional<Duration> spreadsheetInterval();
    }
}
