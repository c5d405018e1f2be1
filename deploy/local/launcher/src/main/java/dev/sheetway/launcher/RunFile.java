package dev.sheetway.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sheetway.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the launcher remembers of a process that it started.
 *
 * @param startedAt when the operating system says that it started; with the pid, its identity
 * @param commandHash of command line and settings
 */
record RunFile(long pid, Instant startedAt, int port, String commandHash) {
    /** The system computes start times from the boot time, which corrections of the clock move a little. */
    private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(2);

    /** The process, when it runs; empty also when its pid belongs to another program by now. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(RunFile::isNoZombie)
                .filter(this::isOurs);
    }

    /** A killed process that nobody has waited for still counts as alive, but has no executable any more. */
    private static boolean isNoZombie(ProcessHandle handle) {
        return handle.info().command().isPresent();
    }

    private boolean isOurs(ProcessHandle handle) {
        return handle.info()
                .startInstant()
                .map(started -> Duration.between(startedAt, started).abs().compareTo(CLOCK_CORRECTION) <= 0)
                .orElse(false);
    }

    /** Empty when there is none, or a half of one. */
    static Optional<RunFile> read(Path file) {
        try {
            return Optional.of(Json.mapper().readValue(Files.readString(file), RunFile.class));
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /** Complete or not at all. */
    void write(Path file) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(whole, Json.mapper().writeValueAsString(this));
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
