package dev.sheetway.schema;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where Google is and who we are there. */
@ConfigMapping(prefix = "sheetway.google")
public interface GoogleSettings {
    /** Base of the Sheets and Drive APIs. A loopback address means the emulator, and every result says so. */
    @WithDefault("http://127.0.0.1:18090")
    URI rootUrl();

    /** Bearer token; empty: the machine's application default credentials. */
    Optional<String> token();

    /**
     * How long one call may take. Google works up to 180 s on one: with less, calls are given up that were applied, which
     * costs a read of their slot.
     */
    @WithDefault("PT200S")
    Duration readTimeout();

    /** Cells that a spreadsheet may hold; too high: Google refuses the expand batch instead of our preflight. */
    @WithDefault("10000000")
    long cellLimit();
}
