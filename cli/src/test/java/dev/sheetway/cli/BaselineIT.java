package dev.sheetway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code baseline} through broker, orchestrator and schema-service to the emulator. */
@ExtendWith(SharedStack.class)
class BaselineIT {
    private static final String TAB = StackSheet.SPOOLS;

    private static CommandLineRun baseline(StackSheet sheet, String tab, String version) {
        return sheet.run("baseline", "--tab", tab, "--version", version, "--name", "zeues");
    }

    @Test
    void anchorsEveryColumnRecordsTheVersionAndChangesNoCell() {
        // Given
        StackSheet sheet = StackSheet.sample();
        Map<String, Integer> before = sheet.parts();
        // When
        CommandLineRun first = baseline(sheet, "Operaciones", "2.1");
        // Then
        assertThat(first.exit()).as(first.out() + first.err()).isZero();
        assertThat(first.json().path("kind").asText()).isEqualTo("baseline");
        assertThat(first.json().path("outcome").asText()).isEqualTo("baselined");
        assertThat(first.json().path("noop").booleanValue()).isFalse();
        assertThat(sheet.parts()).isEqualTo(before).hasSizeGreaterThan(5);
        assertThat(sheet.marks("sheetway.column")).hasSize(63);
        assertThat(sheet.marks("sheetway.schema")).singleElement().satisfies(mark -> assertThat(
                        mark.path("metadataValue").asText())
                .contains("\"plan\":\"zeues\"", "\"version\":\"2.1\""));
        assertThat(sheet.marks("sheetway.record")).hasSize(1);
        assertThat(sheet.writes()).isEqualTo(1);
    }

    @Test
    void aSecondRunSaysThatNothingIsToBeDoneAndWritesNothing() {
        // Given
        StackSheet sheet = StackSheet.small();
        assertThat(baseline(sheet, TAB, "2.1").exit()).isZero();
        int writes = sheet.writes();
        // When
        CommandLineRun again = baseline(sheet, TAB, "2.1");
        // Then
        assertThat(again.exit()).as(again.out() + again.err()).isZero();
        assertThat(again.json().path("noop").booleanValue()).isTrue();
        assertThat(again.json().path("steps").get(0).path("summary").asText()).startsWith("nothing to do");
        assertThat(sheet.writes()).isEqualTo(writes);
    }

    @Test
    void refusesWhatCannotBeAdoptedAndWritesNothing() {
        // Given
        StackSheet unknown = StackSheet.small();
        StackSheet doubled = StackSheet.small();
        doubled.type(TAB, 0, 3, " tag/SPOOL");
        StackSheet locked = StackSheet.small();
        locked.edit("{\"createDeveloperMetadata\":{\"developerMetadata\":{\"metadataKey\":\"sheetway.lock\","
                + "\"metadataValue\":\"somebody\",\"visibility\":\"DOCUMENT\",\"location\":{\"spreadsheet\":true}}}}");
        StackSheet versioned = StackSheet.small();
        assertThat(baseline(versioned, TAB, "2.1").exit()).isZero();
        // When // Then
        refused(baseline(unknown, "Spool", "2.1"), "unknown-tab", "expected one of \"Spools\"");
        refused(baseline(doubled, TAB, "2.1"), "duplicate-header", "stands at B1 and D1");
        refused(baseline(locked, TAB, "2.1"), "locked", "\"somebody\"");
        refused(baseline(versioned, TAB, "3.0"), "already-versioned", "has version \"2.1\" of schema \"zeues\"");
        refused(versioned.run("baseline", "--tab", TAB, "--version", "2.1"), "already-adopted", "\"zeues\" 2.1");
        for (StackSheet sheet : List.of(unknown, doubled, locked)) {
            assertThat(sheet.marks("sheetway.column")).isEmpty();
            assertThat(sheet.marks("sheetway.record")).isEmpty();
        }
        assertThat(versioned.marks("sheetway.record")).hasSize(1);
    }

    private static void refused(CommandLineRun run, String code, String words) {
        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(4);
        JsonNode json = run.json();
        assertThat(json.path("outcome").asText()).isEqualTo("rejected");
        assertThat(json.path("reason").asText()).startsWith(code + ": ").contains(words, "nothing written");
    }

    @Test
    void aVersionThatIsNoneIsAUsageErrorBeforeAnythingIsPublished() {
        // Given
        StackSheet sheet = StackSheet.small();
        // When
        CommandLineRun wrong = baseline(sheet, TAB, "two point one");
        // Then
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("/metadata/to");
    }
}
