package dev.sheetway.verify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where Google is and who we are there. */
@ConfigMapping(prefix = "sheetway.google")
public interface GoogleSettings {
    /** Base of the Sheets API. A loopback address means the emulator, and every result says so. */
    @WithDefault("https://sheets.googleapis.com/")
    URI rootUrl();

    /** Bearer token; empty: the machine's application default credentials, with read-only scopes. */
    Optional<String> token();

    /** How long one call may take. Google works up to 180 s on one; with less, slow reads are given up and repeated. */
    @WithDefault("PT200S")
    Duration readTimeout();
}
