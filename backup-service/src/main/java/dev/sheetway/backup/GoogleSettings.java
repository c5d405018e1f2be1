package dev.sheetway.backup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How Google is reached. */
@ConfigMapping(prefix = "sheetway.google")
public interface GoogleSettings {

    /** Google itself, or the emulator: then every answer is marked as one of the emulator. */
    @WithDefault("https://sheets.googleapis.com/")
    URI rootUrl();

    /** A bearer token as it is, for the emulator. Without it the machine's application default credentials are used. */
    Optional<String> token();

    /**
     * Silence after which a call is given up. Google works on a request for up to 180 s: less makes slow copies unknown
     * ones, which cost another look.
     */
    @WithDefault("PT200S")
    Duration readTimeout();
}
