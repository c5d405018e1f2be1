package dev.sheetway.cli.scaffold;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sheetway.wire.BaselinePlan;
import dev.sheetway.wire.Json;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A sketch as the YAML of a plan that lacks nothing but its changes, of which one stands there as a comment. */
public final class PlanText {
    private static final Pattern LAST_NUMBER = Pattern.compile("^(.*?)(\\d+)(\\D*)$");
    private static final String UNKNOWN = "1";

    private final Sketch sketch;

    private PlanText(Sketch sketch) {
        this.sketch = sketch;
    }

    public static String of(Sketch sketch) {
        return new PlanText(sketch).text();
    }

    private String text() {
        String from = sketch.schema().map(Sketch.Schema::version).orElse(UNKNOWN);
        return String.join(
                        "\n",
                        "# A plan begun by ./sheetway plan init from spreadsheet " + sketch.spreadsheetId()
                                + ". Nothing was written there.",
                        "# Look at what is marked as a guess, then write the changes.",
                        "apiVersion: sheetway.dev/v1",
                        "kind: MigrationPlan",
                        "metadata:",
                        "  # every plan of this tab bears the same name",
                        "  name: " + quoted(name()),
                        "  # " + version(),
                        "  from: " + quoted(from),
                        "  to: " + quoted(next(from)),
                        "spec:",
                        "  # " + others(),
                        "  tab: " + quoted(sketch.tab()),
                        "  # guess: " + sketch.headerRow().reason(),
                        "  headerRow: " + sketch.headerRow().value(),
                        "  # guess: " + sketch.keyColumn().reason(),
                        "  keyColumn: "
                                + sketch.keyColumn()
                                        .value()
                                        .map(PlanText::quoted)
                                        .orElse("null"),
                        expect() + "  backup: { strategy: drive-copy, fallback: archive }",
                        "  changes:",
                        "    # At least one. An example; docs/operations/changes has a page for each kind.",
                        "    # - addColumn: { name: " + quoted(sketch.freeName())
                                + ", type: text, description: \"what it is for\" }")
                + "\n";
    }

    private String name() {
        return sketch.schema().map(Sketch.Schema::name).orElseGet(() -> BaselinePlan.nameOf(sketch.tab()));
    }

    private String version() {
        return sketch.schema().isPresent()
                ? "as recorded on the spreadsheet"
                : "guess: no version is recorded on the spreadsheet; ./sheetway baseline records one";
    }

    private String others() {
        return sketch.otherTabs().isEmpty()
                ? "the only visible tab"
                : "other tabs: "
                        + sketch.otherTabs().stream().map(PlanText::quoted).collect(Collectors.joining(", "));
    }

    /** A sheet with another header is not the one that the plan was written for. */
    private String expect() {
        List<String> headers = sketch.headers();
        if (sketch.columns() == 0) {
            return "";
        }
        return "  expect:\n    columns: " + sketch.columns() + "\n    headers:\n"
                + headers.stream()
                        .map(header -> "      - " + quoted(header) + "\n")
                        .collect(Collectors.joining());
    }

    /** The version with its last number raised by one. */
    static String next(String version) {
        Matcher number = LAST_NUMBER.matcher(version);
        return Optional.of(number)
                .filter(Matcher::matches)
                .map(found -> found.group(1) + new BigInteger(found.group(2)).add(BigInteger.ONE) + found.group(3))
                .orElse(version + "-2");
    }

    /** A JSON string is a YAML one, and neither comments nor other syntax can hide in it. */
    private static String quoted(String text) {
        try {
            return Json.mapper().writeValueAsString(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
