package dev.sheetway.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out which program listens on a port, from {@code /proc}; knows nothing where there is none. */
final class PortOwner {
    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** Such as {@code java (pid 4711)}; {@code another program} when it cannot be told. */
    static String describe(int port) {
        try {
            Set<String> inodes = listeningInodes(port);
            return inodes.isEmpty() ? "another program" : owner(inodes).orElse("another user's program");
        } catch (IOException noProc) {
            return "another program";
        }
    }

    private static Set<String> listeningInodes(int port) throws IOException {
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        return Stream.of("tcp", "tcp6")
                .map(table -> Path.of("/proc/net", table))
                .filter(Files::exists)
                .flatMap(PortOwner::lines)
                .map(line -> List.of(line.strip().split("\\s+")))
                .filter(fields -> fields.size() > 9
                        && fields.get(1).endsWith(suffix)
                        && fields.get(3).equals(LISTENING))
                .map(fields -> "socket:[" + fields.get(9) + "]")
                .collect(Collectors.toSet());
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream();
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }

    private static Optional<String> owner(Set<String> inodes) throws IOException {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (holds(process, inodes)) {
                    String name = Files.readString(process.resolve("comm")).strip();
                    return Optional.of(name + " (pid " + process.getFileName() + ")");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean holds(Path process, Set<String> inodes) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                if (inodes.contains(Files.readSymbolicLink(descriptor).toString())) {
                    return true;
                }
            }
        } catch (IOException notOursOrGone) {
            return false;
        }
        return false;
    }
}
