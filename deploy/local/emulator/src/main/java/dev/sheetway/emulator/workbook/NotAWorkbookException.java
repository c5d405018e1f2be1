package dev.sheetway.emulator.workbook;

import org.jspecify.annotations.Nullable;

/** Says that a file cannot be imported: which file, what was expected and what was found. Nothing was imported. */
public final class NotAWorkbookException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private NotAWorkbookException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static NotAWorkbookException found(String fileName, String found) {
        return found(fileName, found, null);
    }

    static NotAWorkbookException found(String fileName, String found, @Nullable Throwable cause) {
        return new NotAWorkbookException(
                "file \"" + fileName
                        + "\" is not a workbook: expected an .xlsx (Office Open XML) or UTF-8 .csv file, found " + found
                        + "; nothing imported",
                cause);
    }
}
