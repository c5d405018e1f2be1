package dev.sheetway.resilience;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A Markdown table of a matrix: printed, and kept in {@code target}. */
final class Table {
    private Table() {}

    static void print(String file, String heading, List<String> rows) throws IOException {
        long columns = heading.chars().filter(letter -> letter == '|').count() - 1;
        String text = heading + "\n" + "|---".repeat((int) columns) + "|\n" + String.join("\n", rows) + "\n";
        System.out.println(text);
        Path target = Path.of("target");
        Files.createDirectories(target);
        Files.writeString(target.resolve(file), text);
    }
}
