package dev.sheetway.examples.zeues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.cli.CommandLineRun;
import dev.sheetway.emulator.sample.SampleWorkbook;
import dev.sheetway.launcher.Part;
import dev.sheetway.wire.Json;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The reference system's ten end-to-end tests, which read through mocks, ran dry or were skipped: here each really migrates, on a whole stack. {@code notes.md} sets them side by side. */
@ExtendWith(WithOperator.class)
class MigrationScenariosIT extends Scenario {
    MigrationScenariosIT(Operator operator) {
        super(operator);
    }

    @Test
    void e01TheWholeMigrationRunsItsSevenStepsAndTheColumnsStandAt64To66() throws IOException {
        byte[] sample = SampleWorkbook.generate(SampleWorkbook.DEFAULT_SEED);
        String sheet = operator.imported(sample);

        CommandLineRun applied = operator.apply(Operator.wholePlan(), sheet);

        assertThat(applied.exit()).as(applied.out() + applied.err()).isZero();
        assertThat(steps(applied, "FORWARD"))
                .containsExactly("open", "backup", "expand", "verify", "initialise", "smoke", "close");
        Grid grid = operator.grid(sheet);
        assertThat(grid.header()).hasSize(66);
        assertThat(grid.header().subList(63, 66)).containsExactly("Ocupado_Por", "Fecha_Ocupacion", "version");
        assertThat(grid.realRows()).hasSize(1094).allSatisfy(row -> assertThat(
                        grid.cell(row, "version").isIntegralNumber()
                                && grid.cell(row, "version").intValue() == 0)
                .isTrue());
        unchangedBut(sample, sheet, THREE_AT_THE_END, migrationOf(applied));
    }

    @Test
    void e02WorkThatIsUnderWayStaysUnderWay() {
        String sheet = operator.newSheet();
        Grid untouched = operator.grid(sheet);
        int pending = untouched.realRows().stream()
                .filter(row -> untouched.cell(row, "Armador").asText().isBlank()
                        && untouched.cell(row, "Fecha_Armado").asText().isBlank())
                .findFirst()
                .orElseThrow();
        operator.type(sheet, pending, untouched.column("Armador"), "{\"stringValue\":\"MR(93)\"}");
        Grid before = operator.grid(sheet);

        operator.apply(operator.plan(), sheet);

        List<Spool> working = before.spools(SchemaMode.V2_1).stream()
                .filter(spool -> spool.assembly().status() == Work.Status.IN_PROGRESS
                        || spool.welding().status() == Work.Status.IN_PROGRESS)
                .toList();
        assertThat(working).isNotEmpty();
        assertThat(operator.grid(sheet).spools(SchemaMode.V2_1)).containsAll(working);
    }

    @Test
    void e03AThousandRowsTakeTwelveCallsAtMost() {
        String sheet = operator.imported(SampleWorkbook.generate(SampleWorkbook.DEFAULT_SEED));
        operator.resetCalls();

        CommandLineRun applied = operator.apply(Operator.wholePlan(), sheet);

        assertThat(applied.exit()).as(applied.out() + applied.err()).isZero();
        assertThat(operator.calls().path("total").intValue()).isLessThanOrEqualTo(12);
        assertThat(operator.calls().path("writes").intValue()).isLessThanOrEqualTo(4);
        for (String figure : List.of("total", "reads", "writes")) {
            assertThat(applied.json().path("calls").path(figure))
                    .as("what the services say and what the emulator counted: " + figure)
                    .isEqualTo(operator.calls().path(figure));
        }
        assertThat(operator.grid(sheet).realRows()).hasSizeGreaterThan(1_000);
    }

    @Test
    void e04TheSecondRunHasNothingToDoAndSaysSo() {
        String sheet = operator.newSheet();
        operator.apply(operator.plan(), sheet);
        byte[] migrated = operator.export(sheet);

        CommandLineRun again = operator.apply(operator.plan(), sheet);

        assertThat(again.exit()).isZero();
        assertThat(again.json().path("noop").booleanValue()).isTrue();
        assertThat(operator.export(sheet)).isEqualTo(migrated);
    }

    @Test
    void e05OfTwoAtOnceOneRunsAndSomebodysEditMeanwhileIsKept() {
        String sheet = operator.newSheet();
        int ubicacion = operator.grid(sheet).column("Ubicación");
        operator.arm(sheet, """
                {"method":"sheets.spreadsheets.batchUpdate","containing":"/expand/FORWARD/","when":"before",
                 "kind":"userEdit","edit":{"requests":[%s]}}""".formatted(
                        Operator.typing(operator.sheetId(sheet), 1, ubicacion, "{\"stringValue\":\"Patio\"}")));
        CommandLineRun first = operator.apply(operator.plan(), sheet, "--detach");

        CommandLineRun second = operator.apply(operator.plan(), sheet);

        assertThat(second.exit()).isEqualTo(4);
        assertThat(second.out()).contains("spreadsheet-busy");
        CommandLineRun watched =
                operator.run("watch", first.json().path("migrationId").asText());
        assertThat(watched.exit()).as(watched.out() + watched.err()).isZero();
        assertThat(operator.grid(sheet).cell(1, "Ubicación").asText()).isEqualTo("Patio");
        assertThat(operator.grid(sheet).header()).hasSize(66);
    }

    @Test
    void e06TheSheetItselfSaysWhichVersionItHasAndTheDoctorThatAllIsWell() {
        String sheet = operator.newSheet();
        operator.apply(operator.plan(), sheet);

        CommandLineRun doctor = operator.doctor();

        assertThat(doctor.exit()).as(doctor.out() + doctor.err()).isZero();
        assertThat(marks(sheet, "sheetway.schema")).singleElement().satisfies(mark -> assertThat(
                        Json.mapper().readTree(mark).path("version").asText())
                .isEqualTo("3.0"));
    }

    @Test
    void e07EveryVersionIsWrittenInTheOneBatchThatMadeItsColumn() {
        String sheet = operator.newSheet();
        operator.resetCalls();

        operator.apply(operator.plan(), sheet);

        // lock, expand, close: not one call per row, as the reference system's setters would have made
        assertThat(operator.calls(sheet)
                        .at("/methods/sheets.spreadsheets.batchUpdate")
                        .intValue())
                .isEqualTo(3);
    }

    @Test
    void e08AfterKillMinusNineInMidMigrationItGoesOnAndNothingStandsTwice() throws IOException {
        String sheet = operator.newSheet();
        operator.arm(sheet, """
                {"method":"sheets.spreadsheets.batchUpdate","containing":"/expand/FORWARD/","when":"after",
                 "kind":"latency","latencyMs":20000}""");
        CommandLineRun detached = operator.apply(operator.plan(), sheet, "--detach");
        awaitColumns(sheet, 66);

        operator.kill(Part.SCHEMA_SERVICE);
        operator.kill(Part.ORCHESTRATOR);
        operator.up();

        CommandLineRun watched =
                operator.run("watch", detached.json().path("migrationId").asText());
        assertThat(watched.exit()).as(watched.out() + watched.err()).isZero();
        unchangedBut(sheet, THREE_AT_THE_END, migrationOf(detached));
    }

    @Test
    void e09WhenGoogleFailsAfterWritingItIsSeenAndNotWrittenAgain() throws IOException {
        String sheet = operator.newSheet();
        operator.arm(sheet, """
                {"method":"sheets.spreadsheets.batchUpdate","containing":"/expand/FORWARD/","when":"after",
                 "kind":"status","status":503}""");

        CommandLineRun applied = operator.apply(operator.plan(), sheet);

        assertThat(applied.exit()).as(applied.out() + applied.err()).isZero();
        assertThat(marks(sheet, "sheetway.record"))
                .filteredOn(record -> record.contains("/expand/FORWARD/"))
                .hasSize(1);
        unchangedBut(sheet, THREE_AT_THE_END, migrationOf(applied));
    }

    @Test
    void e10OldProgramsReadTheSameSpoolsAndNewOnesFindEverySpoolFree() {
        String sheet = operator.newSheet();
        Grid before = operator.grid(sheet);

        operator.apply(operator.plan(), sheet);

        Grid after = operator.grid(sheet);
        assertThat(after.spools(SchemaMode.V2_1)).isEqualTo(before.spools(SchemaMode.V2_1));
        assertThat(after.spools(SchemaMode.V3_0)).isEqualTo(before.spools(SchemaMode.V3_0));
        assertThat(after.spools(SchemaMode.V3_0)).isNotEmpty().allSatisfy(spool -> {
            assertThat(spool.isOccupied()).isFalse();
            assertThat(spool.version()).isZero();
        });
    }
}
