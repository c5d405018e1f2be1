package dev.sheetway.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.cli.Exit;
import dev.sheetway.cli.output.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "import", description = "Makes a spreadsheet in the emulator of an .xlsx or .csv file.")
final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = ".xlsx or .csv; a CSV's tab takes the file's name")
    Path file = Path.of("");

    @Option(names = "--id", paramLabel = "ID", description = "of the spreadsheet; default: a new one")
    Optional<String> id = Optional.empty();

    @Mixin
    EmulatorOption emulator = new EmulatorOption();

    @Mixin
    OutputOption output = new OutputOption();

    @Override
    public Integer call() throws IOException {
        JsonNode made = emulator.connect()
                .importWorkbook(Files.readAllBytes(file), file.getFileName().toString(), id);
        output.print(
                Console.system(),
                made,
                made.path("spreadsheetId").asText() + "  \""
                        + made.path("title").asText() + "\", tabs " + made.path("tabs"));
        return Exit.DONE.code();
    }
}
