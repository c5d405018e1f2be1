package dev.sheetway.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Starts processes that outlive this one and do not hear the terminal's Ctrl-C: in a session of their own where
 * {@code setsid} is installed, which replaces itself by the command, so the pid is the command's.
 */
final class DetachedProcess {
    private DetachedProcess() {}

    /** Output is appended to {@code log}; input is empty; the working directory is {@code directory}. */
    static ProcessHandle start(PartCommand command, Path directory, Path log) throws IOException {
        List<String> line = new ArrayList<>();
        setsid().ifPresent(line::add);
        line.addAll(command.command());
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(command.environment());
        Files.writeString(log, LogTail.startLine(Instant.now()), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return builder.start().toHandle();
    }

    private static Optional<String> setsid() {
        return Stream.of("/usr/bin/setsid", "/bin/setsid")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst();
    }
}
