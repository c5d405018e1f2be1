package dev.sheetway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.emulator.sample.SampleWorkbook;
import dev.sheetway.launcher.Part;
import dev.sheetway.launcher.PartState;
import dev.sheetway.launcher.PartStatus;
import dev.sheetway.launcher.PrivateStack;
import dev.sheetway.launcher.StackDisplay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole one-machine stack: six real processes. */
@ExtendWith(SharedStack.class)
class StackIT {
    private final PrivateStack stack = SharedStack.get();

    @TempDir
    Path dir;

    @Test
    void psShowsSixReadyProcessesAsTheContractSays() {
        CommandLineRun ps =
                CommandLineRun.of("ps", "--data-dir", stack.dataDir().toString(), "--output", "json");

        assertThat(ps.json()).hasSize(6);
        assertThat(ps.json().findValuesAsText("name"))
                .containsExactly(
                        "broker", "emulator", "orchestrator", "backup-service", "schema-service", "verify-service");
        assertThat(ps.json().findValuesAsText("state")).containsOnly("ready");
        assertThat(ps.json().get(0).fieldNames()).toIterable().containsExactly("name", "pid", "port", "state");
    }

    @Test
    void aMigrationIsAppliedReportedAndTakenBackAndASecondRunHasNothingToDo() throws Exception {
        String id = importSample("apply");

        CommandLineRun applied =
                kafka("apply", SharedStack.PLAN.toString(), "--spreadsheet", id, "--yes", "--output", "json");
        assertThat(applied.exit()).as(applied.out() + applied.err()).isZero();
        String migration = applied.json().path("migrationId").asText();

        CommandLineRun again =
                kafka("apply", SharedStack.PLAN.toString(), "--spreadsheet", id, "--yes", "--output", "json");
        assertThat(again.exit()).isZero();
        assertThat(again.json().path("noop").booleanValue()).isTrue();

        CommandLineRun report = kafka("report", migration, "--dir", dir.toString());
        assertThat(report.exit()).isZero();
        JsonNode verification = dev.sheetway.wire.Json.mapper()
                .readTree(dir.resolve("verification_report.json").toFile());
        assertThat(verification.path("success").booleanValue()).isTrue();
        assertThat(verification.path("checks_passed").intValue()).isEqualTo(7);

        CommandLineRun rolledBack = kafka("rollback", migration, "--reason", "test", "--output", "json");
        assertThat(rolledBack.exit()).as(rolledBack.out() + rolledBack.err()).isZero();
        assertThat(rolledBack.json().path("outcome").asText()).isEqualTo("rolled-back");

        CommandLineRun evidence = kafka("evidence", migration, "--output", "json");
        assertThat(evidence.json().get(4).path("proven").booleanValue()).isTrue();
        assertThat(evidence.json().get(4).path("source").asText()).isEqualTo("emulator");
    }

    @Test
    void aPreviewWritesNothingAndProvesNothing() throws Exception {
        String id = importSample("preview");
        byte[] before = export(id);

        CommandLineRun shown =
                kafka("plan", "show", SharedStack.PLAN.toString(), "--spreadsheet", id, "--output", "json");

        assertThat(shown.exit()).as(shown.out() + shown.err()).isZero();
        assertThat(export(id)).isEqualTo(before);
        CommandLineRun evidence =
                kafka("evidence", shown.json().path("migrationId").asText(), "--output", "json");
        assertThat(evidence.exit()).isEqualTo(1);
        assertThat(evidence.json().findValuesAsText("proven")).containsOnly("false");
    }

    @Test
    void upAfterAKillStartsWhatIsMissingAndNothingElse() throws Exception {
        List<PartStatus> before = stack.stack().ps();
        ProcessHandle victim = stack.stack().process(Part.SCHEMA_SERVICE).orElseThrow();
        victim.destroyForcibly();
        victim.onExit().get(10, TimeUnit.SECONDS);
        assertThat(state(Part.SCHEMA_SERVICE)).isEqualTo(PartState.FAILED);

        stack.stack().up(StackDisplay.SILENT);

        List<PartStatus> after = stack.stack().ps();
        assertThat(after).extracting(PartStatus::state).containsOnly(PartState.READY);
        for (Part part : Part.values()) {
            boolean same = after.get(part.ordinal())
                    .pid()
                    .equals(before.get(part.ordinal()).pid());
            assertThat(same).as(part.wireName()).isEqualTo(part != Part.SCHEMA_SERVICE);
        }
    }

    private PartState state(Part part) {
        return stack.stack().ps().get(part.ordinal()).state();
    }

    private String importSample(String name) throws Exception {
        Path file = Files.write(dir.resolve(name + ".xlsx"), SampleWorkbook.generate(SampleWorkbook.DEFAULT_SEED));
        CommandLineRun imported = emulator("import", file.toString(), "--output", "json");
        assertThat(imported.exit()).as(imported.out() + imported.err()).isZero();
        return imported.json().path("spreadsheetId").asText();
    }

    private byte[] export(String id) throws Exception {
        Path out = dir.resolve("export.xlsx");
        assertThat(emulator("export", id, "--out", out.toString()).exit()).isZero();
        return Files.readAllBytes(out);
    }

    private CommandLineRun kafka(String... arguments) {
        return run(arguments, "--bootstrap-servers", "127.0.0.1:" + stack.port(Part.BROKER));
    }

    private CommandLineRun emulator(String... arguments) {
        return run(arguments, "--emulator", "http://127.0.0.1:" + stack.port(Part.EMULATOR));
    }

    private static CommandLineRun run(String[] arguments, String... more) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(Arrays.asList(more));
        return CommandLineRun.of(all.toArray(String[]::new));
    }
}
