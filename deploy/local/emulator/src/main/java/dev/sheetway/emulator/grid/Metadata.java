package dev.sheetway.emulator.grid;

import org.jspecify.annotations.Nullable;

/** An entry of developer metadata. It is tied to the stable id of a row or column and so moves and dies with it [DISC]. */
public record Metadata(int id, String key, @Nullable String value, String visibility, Place place) {

    /** What an entry is attached to. */
    public sealed interface Place {

        /** The whole file. */
        record Whole() implements Place {}

        /** A sheet. */
        record OnSheet(int sheetId) implements Place {}

        /** A row or column, by its stable id. */
        record OnDimension(int sheetId, boolean rows, int dimensionId) implements Place {}
    }

    public Metadata at(Place other) {
        return new Metadata(id, key, value, visibility, other);
    }
}
