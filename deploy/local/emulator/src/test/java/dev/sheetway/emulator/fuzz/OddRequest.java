package dev.sheetway.emulator.fuzz;

import java.util.List;

/**
 * A request as it goes out.
 *
 * @param path with the query, percent-encoded
 * @param headers names and values in turn
 * @param answer schema of the answer, empty when there is none
 */
record OddRequest(String method, String path, String body, List<String> headers, boolean drive, String answer) {}
