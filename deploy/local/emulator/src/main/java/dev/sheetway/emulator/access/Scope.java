package dev.sheetway.emulator.access;

import java.util.Arrays;
import java.util.Optional;

/** The OAuth scopes that a token can carry. */
public enum Scope {
    SPREADSHEETS("spreadsheets"),
    SPREADSHEETS_READONLY("spreadsheets.readonly"),
    DRIVE("drive"),
    DRIVE_FILE("drive.file"),
    DRIVE_READONLY("drive.readonly");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }
}
