package dev.sheetway.cli.rehearsal;

import dev.sheetway.launcher.Part;
import dev.sheetway.launcher.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Resident memory of a stack's processes, from {@code /proc}; empty where there is none.
 *
 * @param kibibytes the most that each process ever had
 */
record Memory(Map<Part, Long> kibibytes) {

    static Memory of(Stack stack) {
        Map<Part, Long> found = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            stack.process(part).ifPresent(process -> {
                Path status = Path.of("/proc", Long.toString(process.pid()), "status");
                try {
                    Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("VmHWM:"))
                            .findFirst()
                            .ifPresent(line -> found.put(part, Long.valueOf(line.replaceAll("\\D", ""))));
                } catch (IOException noProc) {
                    found.remove(part);
                }
            });
        }
        return new Memory(found);
    }

    String text() {
        if (kibibytes.isEmpty()) {
            return "not known on this system";
        }
        long sum = kibibytes.values().stream().mapToLong(Long::longValue).sum();
        return mebibytes(sum) + " resident in all at most ("
                + Arrays.stream(Part.values())
                        .filter(kibibytes::containsKey)
                        .map(part -> part.wireName() + " " + mebibytes(kibibytes.getOrDefault(part, 0L)))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private static String mebibytes(long kibibytes) {
        return String.format(Locale.ROOT, "%d MiB", kibibytes / 1024);
    }
}
