package dev.sheetway.examples.zeues;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.cli.CommandLineRun;
import dev.sheetway.emulator.workbook.NewColumns;
import dev.sheetway.launcher.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The reference system's nine rollback tests, which looked for words and folders: here each really rolls back, or is refused, on a whole stack. */
@ExtendWith(WithOperator.class)
class RollbackScenariosIT extends Scenario {
    RollbackScenariosIT(Operator operator) {
        super(operator);
    }

    @Test
    void r01CancelledAfterTheBackupNothingWasWrittenButTheAuditRows() throws IOException {
        String sheet = operator.newSheet();
        String migration = operator.apply(operator.plan(), sheet, "--require-approval", "--detach")
                .json()
                .path("migrationId")
                .asText();
        awaitOutcome(migration, "approval-awaited");

        CommandLineRun cancelled = operator.run("cancel", migration);

        assertThat(cancelled.exit()).as(cancelled.out() + cancelled.err()).isZero();
        assertThat(operator.grid(sheet).header()).hasSize(OLD_COLUMNS);
        unchangedBut(sheet, NewColumns.NONE, migration);
    }

    @Test
    void r02AFailedVerificationTakesTheColumnsBackByItself() throws IOException {
        String sheet = operator.newSheet();
        operator.spoilAfterExpand(sheet, 1, 65);

        CommandLineRun applied = operator.apply(operator.plan(), sheet);

        assertThat(applied.exit()).isEqualTo(1);
        assertThat(applied.json().path("outcome").asText()).isEqualTo("rolled-back");
        assertThat(steps(applied, "ROLLBACK")).containsExactly("expand", "verify", "smoke", "close");
        assertThat(operator.grid(sheet).header()).hasSize(OLD_COLUMNS);
        unchangedBut(sheet, NewColumns.NONE, migrationOf(applied));
    }

    @Test
    void r03WhatPeopleEditedInOldColumnsSinceIsKept() throws IOException {
        String sheet = operator.newSheet();
        String migration = migrated(sheet);
        operator.type(sheet, 3, operator.grid(sheet).column("Cliente"), "{\"stringValue\":\"Cliente Nuevo\"}");

        CommandLineRun rolledBack = operator.run("rollback", migration, "--reason", "scenario");

        assertThat(rolledBack.exit()).as(rolledBack.out() + rolledBack.err()).isZero();
        Grid after = operator.grid(sheet);
        assertThat(after.header()).hasSize(OLD_COLUMNS);
        assertThat(after.cell(3, "Cliente").asText()).isEqualTo("Cliente Nuevo");
    }

    @Test
    void r04WhatPeopleTypedIntoNewColumnsIsInTheArchive() {
        String sheet = operator.newSheet();
        String migration = migrated(sheet);
        operator.type(sheet, 1, 63, "{\"stringValue\":\"MR(93)\"}");

        operator.run("rollback", migration, "--reason", "scenario");

        assertThat(operator.grid(sheet).header()).doesNotContain("Ocupado_Por");
        assertThat(archived(sheet)).contains("MR(93)");
        assertThat(marks(sheet, "sheetway.column")).isEmpty();
    }

    @Test
    void r05OutsideItsWindowItIsRefusedWithBothDates() {
        String sheet = operator.newSheet();
        Path plan = operator.plan(dir, "window: P7D", "window: PT1S");
        String migration =
                operator.apply(plan, sheet).json().path("migrationId").asText();
        awaitLaterThan(operator.run("status", migration).json().path("until").asText());

        CommandLineRun refused = operator.run("rollback", migration, "--reason", "too late");

        assertThat(refused.exit()).as(refused.out() + refused.err()).isEqualTo(4);
        assertThat(refused.out() + refused.err())
                .contains("window")
                .as("when it closed, and when that was asked")
                .containsPattern("(?s)\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z.*\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
        assertThat(operator.grid(sheet).header()).hasSize(66);
    }

    @Test
    void r06TheHelpSaysWhatItDoesAndThatItAsksForAReason() {
        CommandLineRun help = CommandLineRun.of("rollback", "--help");

        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("rollback window is open").contains("--reason");
    }

    @Test
    void r07OnlyTheNewestMigrationCanBeTakenBack() {
        String sheet = operator.newSheet();
        String first = migrated(sheet);
        CommandLineRun second = operator.apply(Operator.nextPlan(), sheet);
        assertThat(second.exit()).as(second.out() + second.err()).isZero();

        CommandLineRun refused = operator.run("rollback", first, "--reason", "scenario");

        assertThat(refused.exit()).isEqualTo(4);
        assertThat(refused.out()).contains(second.json().path("migrationId").asText());
    }

    @Test
    void r08ItsReportAndEvidenceShowThatTheOldSchemaIsBack() throws IOException {
        String sheet = operator.newSheet();
        String migration = migrated(sheet);
        operator.run("rollback", migration, "--reason", "scenario");

        CommandLineRun evidence = operator.run("evidence", migration);
        operator.run("report", migration, "--dir", dir.toString());

        JsonNode rollback = evidence.json().get(4);
        assertThat(rollback.path("proven").booleanValue()).isTrue();
        assertThat(rollback.path("source").asText()).isEqualTo("emulator");
        assertThat(Files.readString(dir.resolve("final_test_results.txt"))).contains("0 failed, 0 skipped");
        assertThat(dir.resolve("report.html")).isNotEmptyFile();
    }

    @Test
    void r09InterruptedByKillMinusNineItGoesOnToItsEnd() throws IOException {
        String sheet = operator.newSheet();
        String migration = migrated(sheet);
        operator.arm(sheet, """
                {"method":"sheets.spreadsheets.batchUpdate","containing":"/expand/ROLLBACK/","when":"after",
                 "kind":"latency","latencyMs":20000}""");
        operator.run("rollback", migration, "--reason", "scenario", "--detach");
        awaitColumns(sheet, OLD_COLUMNS);

        operator.kill(Part.SCHEMA_SERVICE);
        operator.up();

        awaitOutcome(migration, "rolled-back");
        unchangedBut(sheet, NewColumns.NONE, migration);
    }
}
