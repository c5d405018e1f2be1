package dev.sheetway.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.Exit;
import dev.sheetway.cli.doctor.Google;
import dev.sheetway.cli.output.Console;
import dev.sheetway.cli.scaffold.PlanText;
import dev.sheetway.cli.scaffold.Sketch;
import dev.sheetway.cli.scaffold.SketchReader;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.wire.Json;
import dev.sheetway.workspace.GatewayException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "init",
        description = "Begins a plan from the live header; reads the spreadsheet and writes nothing to it.")
final class PlanInitCommand implements Callable<Integer> {
    @Option(
            names = "--spreadsheet",
            required = true,
            paramLabel = "ID",
            converter = SpreadsheetArgument.class,
            description = "id or URL")
    SpreadsheetId spreadsheet = new SpreadsheetId("-");

    @Option(names = "--tab", paramLabel = "NAME", description = "title of the tab; default: the first visible one")
    Optional<String> tab = Optional.empty();

    @Option(names = "--header-row", paramLabel = "N", description = "1-based; default: a guess")
    Optional<Integer> headerRow = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "write it there; a file that exists is left as it is")
    Optional<Path> out = Optional.empty();

    @Mixin
    SheetOption sheet = new SheetOption();

    @Mixin
    OutputOption output = new OutputOption();

    @Override
    public Integer call() throws IOException {
        if (out.isPresent() && Files.exists(out.get())) {
            throw exists(out.get());
        }
        Sketch sketch = read();
        String text = PlanText.of(sketch);
        if (out.isPresent()) {
            write(out.get(), text);
        }
        output.print(
                Console.system(),
                json(sketch, text),
                out.map(file -> "begun: " + file + "; write its changes, then ./sheetway plan validate " + file)
                        .orElse(text.stripTrailing()));
        return Exit.DONE.code();
    }

    private Sketch read() {
        try {
            return new SketchReader(sheet.connect(Optional.empty()).reader(), spreadsheet).read(tab, headerRow);
        } catch (GatewayException failed) {
            throw failed.failure().code().equals("not-found")
                    ? new CliFailure(Exit.REFUSED, failed.failure().message(), failed)
                    : Google.explain(failed.failure());
        }
    }

    private static void write(Path file, String text) throws IOException {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException meanwhile) {
            throw exists(file);
        }
    }

    private static CliFailure exists(Path file) {
        return new CliFailure(
                Exit.USAGE, "file \"" + file + "\" exists: expected none; it was left as it is; name another");
    }

    private ObjectNode json(Sketch sketch, String text) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("spreadsheetId", sketch.spreadsheetId())
                .put("tab", sketch.tab())
                .put("headerRow", sketch.headerRow().value())
                .put("headerRowReason", sketch.headerRow().reason())
                .put("keyColumn", sketch.keyColumn().value().orElse(null))
                .put("keyColumnReason", sketch.keyColumn().reason())
                .put("columns", sketch.columns())
                .put("plan", text);
        out.ifPresent(file -> json.put("file", file.toString()));
        return json;
    }
}
