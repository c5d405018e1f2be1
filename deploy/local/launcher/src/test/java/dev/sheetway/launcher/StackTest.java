package dev.sheetway.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTest {
    @TempDir
    Path home;

    @TempDir
    Path data;

    @BeforeEach
    void aTreeThatLooksBuilt() throws IOException {
        Files.createDirectories(home.resolve("deploy/local/launcher/target/stack/lib"));
        for (Part part : Part.values()) {
            Path app = Files.createDirectories(home.resolve(part.wireName()).resolve("target/quarkus-app"));
            Files.createFile(app.resolve("quarkus-run.jar"));
        }
    }

    @Test
    void aTakenPortIsNamedWithItsOwnerAndTheWayOutAndNothingStarts() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Stack stack = stack(with(Part.BACKUP_SERVICE, taken.getLocalPort()));

            assertThatThrownBy(() -> stack.up(StackDisplay.SILENT))
                    .isInstanceOf(LauncherException.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " for backup-service is taken by ")
                    .hasMessageContaining("(pid " + ProcessHandle.current().pid() + ")")
                    .hasMessageContaining("choose another one with --backup-port or SHEETWAY_BACKUP_PORT")
                    .hasMessageEndingWith("nothing was started")
                    .extracting(failure -> ((LauncherException) failure).kind())
                    .isEqualTo(LauncherException.Kind.USAGE);
            assertThat(stack.ps()).extracting(PartStatus::state).containsOnly(PartState.STOPPED);
        }
    }

    @Test
    void anUnbuiltTreeIsRefusedBeforeAnythingStarts() throws Exception {
        Files.delete(home.resolve("verify-service/target/quarkus-app/quarkus-run.jar"));
        Stack stack = stack(Ports.free());

        assertThatThrownBy(() -> stack.up(StackDisplay.SILENT))
                .hasMessageContaining("verify-service/target/quarkus-app/quarkus-run.jar\" is not there")
                .hasMessageContaining("nothing was started; run ./mvnw -Dquick package");
        assertThat(stack.ps()).extracting(PartStatus::state).containsOnly(PartState.STOPPED);
    }

    @Test
    void aProcessThatEndsAtOnceIsReportedWithTheEndOfItsLogAndShownAsFailed() throws Exception {
        Stack stack = stack(Ports.free()); // the empty class path holds neither broker nor emulator

        assertThatThrownBy(() -> stack.up(StackDisplay.SILENT)) // of whichever of the two is seen to end first
                .hasMessageMatching("(?s)(broker|emulator) ended before it was ready; end of .*")
                .hasMessageContaining("Could not find or load main class dev.sheetway.")
                .extracting(failure -> ((LauncherException) failure).kind())
                .isEqualTo(LauncherException.Kind.NOT_READY);
        assertThat(stack.ps()).extracting(PartStatus::state).contains(PartState.FAILED);
    }

    @Test
    void aDataDirectoryKeepsTheWorldItBeganWith() {
        // Given: began with Google; the empty class path holds no broker
        Stack stack = stack(Ports.free());
        assertThatThrownBy(() -> stack.up(Optional.of(World.GOOGLE), StackDisplay.SILENT))
                .hasMessageContaining("broker ended before it was ready");
        assertThat(stack.world()).isEqualTo(World.GOOGLE);

        // When, then
        assertThatThrownBy(() -> stack.up(Optional.of(World.EMULATOR), StackDisplay.SILENT))
                .hasMessage("data directory \"" + data + "\" began with --google, found no --google: its journal speaks"
                        + " of other spreadsheets; nothing was started; choose another one with --data-dir");
        assertThat(stack.ps())
                .filteredOn(part -> part.part() == Part.EMULATOR)
                .extracting(PartStatus::state)
                .containsExactly(PartState.STOPPED);
    }

    @Test
    void downNeverStopsAProgramThatGotTheOldPid() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        StackDir dir = new StackDir(data);
        dir.create();
        new RunFile(stranger.pid(), java.time.Instant.parse("2020-01-01T00:00:00Z"), 1, "hash")
                .write(dir.runFileOf(Part.BROKER));
        Stack stack = stack(Ports.free());

        stack.down(StackDisplay.SILENT);

        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    private Stack stack(Ports ports) {
        return new Stack(new StackLayout(home), new StackDir(data), ports);
    }

    private static Ports with(Part part, int port) {
        Map<Part, Integer> ports = new EnumMap<>(Ports.free().chosen());
        ports.put(part, port);
        return new Ports(ports);
    }
}
