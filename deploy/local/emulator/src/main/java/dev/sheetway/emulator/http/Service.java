package dev.sheetway.emulator.http;

/** Which API a route belongs to. */
public enum Service {
    SHEETS,
    DRIVE
}
