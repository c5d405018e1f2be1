package dev.sheetway.wire;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.serialization.NodeReader;
import dev.sheetway.contracts.plan.MigrationPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads plan files, YAML or JSON; every problem is told with line and column. */
public final class PlanReader {
    private static final NodeReader NODES = NodeReader.builder().locationAware().build();

    private PlanReader() {}

    /**
     * @throws InvalidPlan when the plan cannot be used
     * @throws IOException when the file cannot be read
     */
    public static MigrationPlan read(Path file) throws IOException {
        return readText(Files.readString(file), file.toString());
    }

    /**
     * @param sourceName what messages call the text
     * @throws InvalidPlan when the plan cannot be used
     */
    public static MigrationPlan readText(String text, String sourceName) {
        JsonNode tree = parse(text, sourceName);
        if (tree == null || !tree.isObject()) {
            throw new InvalidPlan(
                    sourceName, List.of(new PlanProblem(1, 1, "", "expected a mapping with apiVersion, kind, …")));
        }
        return PlanJson.fromJson(tree, sourceName);
    }

    private static JsonNode parse(String text, String sourceName) {
        InputFormat format = text.stripLeading().startsWith("{") ? InputFormat.JSON : InputFormat.YAML;
        try {
            return NODES.readTree(text, format);
        } catch (IOException | IllegalArgumentException e) {
            // the reader wraps the parser's exception
            throw new InvalidPlan(
                    sourceName,
                    List.of(
                            (e instanceof JsonProcessingException ? e : e.getCause())
                                            instanceof JsonProcessingException syntax
                                    ? problem(syntax)
                                    : new PlanProblem(1, 1, "", "not YAML or JSON: " + e.getMessage())));
        }
    }

    private static PlanProblem problem(JsonProcessingException syntax) {
        JsonLocation place = syntax.getLocation();
        return new PlanProblem(
                place == null ? 1 : place.getLineNr(),
                place == null ? 1 : place.getColumnNr(),
                "",
                "not YAML or JSON: " + syntax.getOriginalMessage());
    }
}
