package dev.sheetway.launcher;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessWaitTest {
    @TempDir
    Path data;

    @Test
    void anOrchestratorThatRefusesItsTopicsIsRefusedAndNotMerelyUnready() throws Exception {
        assertThatThrownBy(() -> awaitEnded("ERROR SW-O003 refuses to start: topic sheetway.journal keeps 7 days"))
                .hasMessageContaining("orchestrator ended before it was ready")
                .hasMessageContaining("keeps 7 days")
                .extracting(failure -> ((LauncherException) failure).kind())
                .isEqualTo(LauncherException.Kind.REFUSED);
    }

    @Test
    void oneThatEndsForAnotherReasonIsNotReady() throws Exception {
        assertThatThrownBy(() -> awaitEnded("java.lang.OutOfMemoryError"))
                .extracting(failure -> ((LauncherException) failure).kind())
                .isEqualTo(LauncherException.Kind.NOT_READY);
    }

    @Test
    void whatAnEarlierProcessWroteIsNotThisOnes() {
        assertThatThrownBy(() -> awaitEnded("ERROR SW-O003 refuses to start: topic sheetway.journal keeps 7 days\n"
                        + LogTail.startLine(Instant.EPOCH) + "java.lang.OutOfMemoryError"))
                .hasMessageContaining("java.lang.OutOfMemoryError")
                .hasMessageNotContaining("keeps 7 days")
                .extracting(failure -> ((LauncherException) failure).kind())
                .isEqualTo(LauncherException.Kind.NOT_READY);
    }

    private void awaitEnded(String log) throws IOException, InterruptedException {
        StackDir dir = new StackDir(data);
        dir.create();
        Files.writeString(dir.logOf(Part.ORCHESTRATOR), log + "\n");
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        RunFile file = new RunFile(
                ended.pid(),
                Instant.EPOCH,
                Objects.requireNonNull(Ports.free().chosen().get(Part.ORCHESTRATOR)),
                "hash");
        new ReadinessWait(dir, new PartRegistry(dir), StackDisplay.SILENT, Duration.ofSeconds(30))
                .await(List.of(new PartRegistry.Running(Part.ORCHESTRATOR, ended.toHandle(), file)));
    }
}
