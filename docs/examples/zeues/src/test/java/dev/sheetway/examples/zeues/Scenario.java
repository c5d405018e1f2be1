package dev.sheetway.examples.zeues;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.cli.CommandLineRun;
import dev.sheetway.cli.rehearsal.AuditTrail;
import dev.sheetway.cli.rehearsal.WorkbookProof;
import dev.sheetway.emulator.workbook.NewColumns;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** What the scenarios share: the operator, and questions to the sheet. */
abstract class Scenario {
    static final int OLD_COLUMNS = 63;
    static final NewColumns THREE_AT_THE_END = new NewColumns("Operaciones", OLD_COLUMNS, 3);

    final Operator operator;

    @TempDir
    Path dir;

    Scenario(Operator operator) {
        this.operator = operator;
    }

    @AfterEach
    void disarm() {
        operator.disarm();
    }

    static String migrationOf(CommandLineRun run) {
        return run.json().path("migrationId").asText();
    }

    String migrated(String sheet) {
        CommandLineRun applied = operator.apply(operator.plan(), sheet);
        assertThat(applied.exit()).as(applied.out() + applied.err()).isZero();
        return applied.json().path("migrationId").asText();
    }

    /**
     * Compares the files: nothing but {@code planned} and one audit row for each step of {@code migration} differs from the
     * sample, nowhere in the workbook.
     */
    void unchangedBut(String sheet, NewColumns planned, String migration) throws IOException {
        unchangedBut(operator.small(), sheet, planned, migration);
    }

    void unchangedBut(byte[] workbook, String sheet, NewColumns planned, String migration) throws IOException {
        CommandLineRun status = operator.run("status", migration);
        AuditTrail audit = new AuditTrail(
                Optional.of("Metadata"),
                legs(status, Set.of("completed")),
                legs(status, Set.of("completed", "failed")));
        assertThat(audit.completed()).contains("open/FORWARD");
        WorkbookProof proof = WorkbookProof.of(workbook, operator.export(sheet), planned, audit);
        assertThat(proof.unexpected()).isEmpty();
        assertThat(proof.cellsCompared()).isGreaterThan(4_000);
    }

    private static Set<String> legs(CommandLineRun status, Set<String> states) {
        return StreamSupport.stream(status.json().path("steps").spliterator(), false)
                .filter(step -> states.contains(step.path("state").asText()))
                .map(step -> step.path("step").asText() + "/"
                        + step.path("direction").asText())
                .collect(Collectors.toSet());
    }

    List<String> steps(CommandLineRun run, String direction) {
        return StreamSupport.stream(run.json().path("steps").spliterator(), false)
                .filter(step -> step.path("direction").asText().equals(direction))
                .filter(step -> step.path("state").asText().equals("completed"))
                .map(step -> step.path("step").asText())
                .toList();
    }

    List<String> marks(String sheet, String key) {
        JsonNode book = operator.ask("/v4/spreadsheets/" + sheet
                + "?fields=developerMetadata,sheets(developerMetadata,data(columnMetadata(developerMetadata)))");
        List<String> values = new ArrayList<>();
        book.findParents("metadataKey").stream()
                .filter(mark -> mark.path("metadataKey").asText().equals(key))
                .forEach(mark -> values.add(mark.path("metadataValue").asText()));
        return values;
    }

    /** All texts of the hidden archive tabs. */
    List<String> archived(String sheet) {
        List<String> texts = new ArrayList<>();
        for (JsonNode tab : operator.ask("/v4/spreadsheets/" + sheet + "?fields=sheets.properties(title,hidden)")
                .path("sheets")) {
            String title = tab.at("/properties/title").asText();
            if (title.startsWith("sheetway")) {
                assertThat(tab.at("/properties/hidden").booleanValue()).isTrue();
                operator.ask("/v4/spreadsheets/" + sheet + "/values/" + title)
                        .path("values")
                        .forEach(row -> row.forEach(cell -> texts.add(cell.asText())));
            }
        }
        return texts;
    }

    void awaitColumns(String sheet, int columns) {
        Waiting.until(
                "the sheet has " + columns + " columns",
                () -> operator.grid(sheet).header().size() == columns);
    }

    void awaitOutcome(String migration, String outcome) {
        Waiting.until(migration + " is " + outcome, () -> operator.run("status", migration)
                .json()
                .path("outcome")
                .asText()
                .equals(outcome));
    }

    void awaitLaterThan(String instant) {
        Instant end = Instant.parse(instant).plusSeconds(2);
        Waiting.until("it is later than " + end, () -> Instant.now().isAfter(end));
    }
}
