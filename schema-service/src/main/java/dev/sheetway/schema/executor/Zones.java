package dev.sheetway.schema.executor;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time zones of spreadsheets. */
final class Zones {
    private Zones() {}

    /** A zone that this JVM does not know must not stop a migration: the day in an audit row is UTC's then. */
    static ZoneId of(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
