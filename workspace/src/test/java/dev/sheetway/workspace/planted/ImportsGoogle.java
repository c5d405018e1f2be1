package dev.sheetway.workspace.planted;

import com.google.api.services.sheets.v4.model.Request;

/** Breaks the rule of {@code ArchitectureTest} on purpose. */
public final class ImportsGoogle {
    public Request request() {
        return new Request();
    }
}
