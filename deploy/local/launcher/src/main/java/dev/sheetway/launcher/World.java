package dev.sheetway.launcher;

import java.util.Arrays;
import java.util.List;

/** Whose spreadsheets a stack changes. A data directory keeps the one it began with: its journal speaks of it. */
public enum World {
    EMULATOR,
    /** Google itself: no emulator runs, and the services take the machine's application default credentials. */
    GOOGLE;

    /** What runs, in the order in which it is started. */
    List<Part> parts() {
        return Arrays.stream(Part.values())
                .filter(part -> this == EMULATOR || part != Part.EMULATOR)
                .toList();
    }

    /** How {@code up} is told. */
    String flag() {
        return this == GOOGLE ? "--google" : "no --google";
    }
}
