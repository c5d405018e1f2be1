package dev.sheetway.workspace.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.Calls;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.EmulatorOptions;
import dev.sheetway.participant.Progress;
import dev.sheetway.participant.StepExecutor;
import dev.sheetway.wire.PlanReader;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.SheetReader;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GoogleConnectionTest {
    private static final SpreadsheetId NOWHERE = new SpreadsheetId("nowhere");
    private static final MigrationPlan PLAN = PlanReader.readText("""
                    apiVersion: sheetway.dev/v1
                    kind: MigrationPlan
                    metadata: { name: zeues, from: "2.1", to: "3.0" }
                    spec:
                      tab: Operaciones
                      changes:
                        - addColumn: { name: version, type: integer }
                    """, "plan");
    private static final Command PREVIEW = new Command.PreviewMigration(
            new CommandHeader(MigrationId.of(NOWHERE, "r"), NOWHERE, Step.OPEN, Direction.FORWARD, 1, 1, "sha256:none"),
            PLAN);

    private final Emulator emulator = Emulator.start(EmulatorOptions.inMemory());
    private final List<String> heard = new ArrayList<>();

    GoogleConnectionTest() throws IOException {}

    @AfterEach
    void close() {
        emulator.close();
    }

    @Test
    void aWaitForQuotaIsProgressOfTheCommandThatWaits() {
        // Given
        GoogleConnection google =
                GoogleConnection.open(settings(Map.of("sheetway.google.quota.spreadsheet-interval", "PT1H")), "unused");
        StepExecutor executor = google.telling(new ReadsTwice(google.workspace().reader()));

        // When: nobody waits an hour
        assertThatThrownBy(() -> executor.execute(PREVIEW, (activity, done, total, unit) -> {
                    hear(activity, done, total, unit);
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);

        // Then
        assertThat(heard).containsExactly("waiting for quota spreadsheet-interval");
    }

    @Test
    void towardsAnEmulatorNothingWaitsUnlessToldTo() {
        // Given
        GoogleConnection google = GoogleConnection.open(settings(Map.of()), "unused");
        StepExecutor executor = google.telling(new ReadsTwice(google.workspace().reader()));

        // When
        assertThatThrownBy(() -> executor.execute(PREVIEW, this::hear)).isInstanceOf(GatewayException.class);

        // Then
        assertThat(heard).isEmpty();
        assertThat(executor.handles()).containsExactly(CommandType.PREVIEW_MIGRATION);
    }

    @Test
    void everyTryCountsAsACallOfTheCommand() {
        // Given
        GoogleConnection google = GoogleConnection.open(settings(Map.of()), "unused");
        StepExecutor executor = google.telling(new ReadsTwice(google.workspace().reader()));
        List<Calls> counted = new ArrayList<>();

        // When
        assertThatThrownBy(() -> executor.execute(PREVIEW, new Progress() {
                    @Override
                    public void report(String activity, long done, long total, String unit) {}

                    @Override
                    public void called(Calls more) {
                        counted.add(more);
                    }
                }))
                .isInstanceOf(GatewayException.class);

        // Then
        assertThat(counted).containsExactly(Calls.ONE_READ, Calls.ONE_READ);
    }

    private void hear(String activity, long done, long total, String unit) {
        assertThat(done).isLessThan(total);
        assertThat(unit).isEqualTo("ms");
        heard.add(activity);
    }

    private GoogleSettings settings(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(more);
        properties.put("sheetway.google.root-url", emulator.baseUri().toString());
        properties.put("sheetway.google.token", "owner");
        return new SmallRyeConfigBuilder()
                .withMapping(GoogleSettings.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(GoogleSettings.class);
    }

    private record ReadsTwice(SheetReader reader) implements StepExecutor {
        @Override
        public Set<CommandType> handles() {
            return Set.of(CommandType.PREVIEW_MIGRATION);
        }

        @Override
        public StepResult execute(Command command, Progress progress) {
            assertThatThrownBy(() -> reader.open(NOWHERE)).isInstanceOf(GatewayException.class);
            throw new AssertionError("there is no such spreadsheet: " + reader.open(NOWHERE));
        }
    }
}
