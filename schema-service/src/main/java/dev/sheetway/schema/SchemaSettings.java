package dev.sheetway.schema;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is the schema-service's alone. */
@ConfigMapping(prefix = "sheetway.schema")
interface SchemaSettings {

    /** Cells that a spreadsheet may hold; too high: Google refuses the expand batch instead of our preflight. */
    @WithDefault("10000000")
    long cellLimit();
}
