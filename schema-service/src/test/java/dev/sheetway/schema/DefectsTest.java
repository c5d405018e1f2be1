package dev.sheetway.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every test that the case study's table of defects names stands in the sources of some module. */
class DefectsTest {
    private static final Path HOME = Path.of(System.getProperty("sheetway.home", ".."));
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)\\.([a-z]\\w+)`");

    @Test
    void everyDefectNamesATestThatExists() throws IOException {
        // Given
        List<MatchResult> named = NAMED.matcher(Files.readString(HOME.resolve("docs/examples/zeues/defects.md")))
                .results()
                .toList();
        List<Path> sources = sources();
        // When
        List<String> missing = named.stream()
                .filter(test -> !exists(sources, test.group(1), test.group(2)))
                .map(MatchResult::group)
                .toList();
        // Then
        assertThat(named).hasSizeGreaterThan(70);
        assertThat(missing).isEmpty();
    }

    private static boolean exists(List<Path> sources, String type, String method) {
        return sources.stream()
                .filter(source -> source.endsWith(type + ".java"))
                .anyMatch(source -> contains(source, "void " + method + "("));
    }

    /** Test sources of all modules; what is built or hidden is passed over. */
    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        Files.walkFileTree(HOME.toRealPath(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                String name = directory.getFileName().toString();
                return name.equals("target") || name.startsWith(".")
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().contains("/src/test/")) {
                    sources.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return sources;
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
