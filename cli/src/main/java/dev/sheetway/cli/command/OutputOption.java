package dev.sheetway.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sheetway.cli.output.Console;
import dev.sheetway.wire.Json;
import picocli.CommandLine.Option;

/** {@code --output json} of every command that prints a result. */
final class OutputOption {
    enum Format {
        text,
        json
    }

    @Option(names = "--output", paramLabel = "FORMAT", description = "text (default) or json")
    Format format = Format.text;

    boolean isJson() {
        return format == Format.json;
    }

    /** Prints {@code json} or {@code text}, as was asked. */
    void print(Console console, Object json, String text) {
        if (isJson()) {
            try {
                console.line(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(json));
            } catch (JsonProcessingException bug) {
                throw new IllegalStateException(bug);
            }
        } else {
            console.line(text);
        }
    }
}
