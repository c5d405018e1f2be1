package dev.sheetway.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
    private static final ProcessHandle SELF = ProcessHandle.current();

    @TempDir
    Path dir;

    @Test
    void findsTheProcessThatItWasWrittenFor() {
        RunFile file = new RunFile(SELF.pid(), startOfSelf(), 1, "hash");

        assertThat(file.process()).contains(SELF);
    }

    @Test
    void aPidThatBelongsToAnotherProgramByNowIsNotOurs() {
        RunFile file = new RunFile(SELF.pid(), startOfSelf().minus(Duration.ofMinutes(5)), 1, "hash");

        assertThat(file.process()).isEmpty();
    }

    @Test
    void aSmallCorrectionOfTheClockDoesNotLoseTheProcess() {
        RunFile file = new RunFile(SELF.pid(), startOfSelf().plusMillis(900), 1, "hash");

        assertThat(file.process()).contains(SELF);
    }

    @Test
    void isReadAsItWasWritten() throws Exception {
        RunFile file = new RunFile(4711, Instant.parse("2026-11-22T06:00:00.120Z"), 19092, "0a1b");
        Path written = dir.resolve("broker.json");

        file.write(written);

        assertThat(RunFile.read(written)).contains(file);
    }

    @Test
    void aTruncatedFileCountsAsNone() throws Exception {
        Path broken = Files.writeString(dir.resolve("broker.json"), "{\"pid\": 47");

        assertThat(RunFile.read(broken)).isEmpty();
    }

    private static Instant startOfSelf() {
        return SELF.info().startInstant().orElseThrow();
    }
}
