package dev.sheetway.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.serialization.NodeReader;
import dev.sheetway.contracts.plan.MigrationPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads plan files, YAML or JSON; every problem is told with line and column. */
public final class PlanReader {
    private static final Pattern MARK = Pattern.compile("\\R? in 'reader', line (\\d+), column (\\d+):");
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
            refuseDuplicates(text, format);
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

    /** The last of two equal keys would win, and half of a plan be gone without a word. */
    private static void refuseDuplicates(String text, InputFormat format) throws IOException {
        JsonFactory factory = format == InputFormat.JSON ? new JsonFactory() : new YAMLFactory();
        factory.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        try (JsonParser parser = factory.createParser(text)) {
            while (parser.nextToken() != null) {
                // each token is looked at by the parser itself
            }
        }
    }

    /** YAML's own message says on several lines where it stopped, which is not where its exception points. */
    private static PlanProblem problem(JsonProcessingException syntax) {
        JsonLocation place = syntax.getLocation();
        String message = String.valueOf(syntax.getOriginalMessage());
        Matcher mark = MARK.matcher(message);
        boolean marked = mark.find();
        String what =
                (marked ? message.substring(0, mark.start()) : message).strip().replaceAll("\\s*\\R\\s*", ": ");
        return new PlanProblem(
                marked ? Integer.parseInt(mark.group(1)) : place == null ? 1 : place.getLineNr(),
                marked ? Integer.parseInt(mark.group(2)) : place == null ? 1 : place.getColumnNr(),
                "",
                what.startsWith("Duplicate field")
                        ? "key " + what.substring("Duplicate field ".length()) + " stands twice here: expected once"
                        : "not YAML or JSON: " + what);
    }
}
