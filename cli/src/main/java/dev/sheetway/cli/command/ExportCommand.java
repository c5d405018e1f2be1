package dev.sheetway.cli.command;

import dev.sheetway.cli.Exit;
import dev.sheetway.cli.output.Console;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "export", description = "Writes a spreadsheet of the emulator as an .xlsx file.")
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", converter = SpreadsheetArgument.class, description = "id or URL")
    SpreadsheetId spreadsheet = new SpreadsheetId("-");

    @Option(names = "--out", required = true, paramLabel = "FILE.xlsx", description = "replaced when it is there")
    Path out = Path.of("");

    @Mixin
    EmulatorOption emulator = new EmulatorOption();

    @Mixin
    OutputOption output = new OutputOption();

    @Override
    public Integer call() throws IOException {
        byte[] workbook = emulator.connect().exportWorkbook(spreadsheet.value());
        Files.write(out, workbook);
        output.print(
                Console.system(),
                Json.mapper().createObjectNode().put("file", out.toString()).put("bytes", workbook.length),
                out + ": " + workbook.length + " bytes");
        return Exit.DONE.code();
    }
}
