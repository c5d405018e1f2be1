package dev.sheetway.emulator.access;

import java.util.Locale;

/** What a principal may do with a file, weakest first. */
public enum Role {
    NONE,
    READER,
    COMMENTER,
    WRITER,
    FILE_ORGANIZER,
    ORGANIZER,
    OWNER;

    /** The role of a permission as Drive spells it. */
    public static Role of(String word) {
        return switch (word) {
            case "reader" -> READER;
            case "commenter" -> COMMENTER;
            case "writer" -> WRITER;
            case "fileOrganizer" -> FILE_ORGANIZER;
            case "organizer" -> ORGANIZER;
            case "owner" -> OWNER;
            default -> throw new IllegalArgumentException("no role \"" + word.toLowerCase(Locale.ROOT) + "\"");
        };
    }

    public boolean canRead() {
        return this != NONE;
    }

    public boolean canWrite() {
        return compareTo(WRITER) >= 0;
    }

    /** Whether the file may be trashed or deleted: by its owner, or by a file organizer of its shared drive [DISC]. */
    public boolean canDelete() {
        return compareTo(FILE_ORGANIZER) >= 0;
    }
}
