package dev.sheetway.launcher;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real JVMs: what an archive does to them is theirs to decide. */
class ClassArchivesTest {
    private static final String FROM_ARCHIVE = "shared objects file (top)";

    @TempDir
    Path target;

    /** Only classes of jars are archived. */
    @TempDir
    Path jars;

    @TempDir
    Path elsewhere;

    private Path fresh = Path.of("");
    private Path jar = Path.of("");

    /** What the processes run. */
    static final class Started {
        public static void main(String[] arguments) {}
    }

    @BeforeEach
    void aProgramInAJar() throws IOException {
        fresh = elsewhere.resolve("fresh.jsa");
        jar = jars.resolve("program.jar");
        String entry = Started.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream bytes =
                        requireNonNull(Started.class.getClassLoader().getResourceAsStream(entry))) {
            out.putNextEntry(new JarEntry(entry));
            bytes.transferTo(out);
            out.closeEntry();
        }
    }

    @Test
    void whatOneProcessWroteTheNextOneReads() throws Exception {
        // Given
        assertThat(archives().reading(Part.EMULATOR, jars)).isEmpty();

        // When
        assertThat(run(recording())).doesNotContain(FROM_ARCHIVE);
        archives().keep(Part.EMULATOR, jars, fresh);

        // Then: also where it would be written if it were not there
        assertThat(run(archives().reading(Part.EMULATOR, jars))).contains(FROM_ARCHIVE);
        assertThat(run(recording())).contains(FROM_ARCHIVE);
        assertThat(fresh).doesNotExist();
        assertThat(archives().reading(Part.BROKER, jars)).isEmpty();
    }

    @Test
    void oneThatIsNotWholeIsNotRead() throws Exception {
        // Given
        run(recording());
        archives().keep(Part.EMULATOR, jars, fresh);
        try (Stream<Path> kept = Files.walk(target)) {
            for (Path archive : kept.filter(Files::isRegularFile).toList()) {
                Files.write(archive, new byte[4_096]);
            }
        }
        // When
        List<String> options = archives().reading(Part.EMULATOR, jars);
        // Then
        assertThat(options).isEmpty();
    }

    @Test
    void nothingIsKeptForJarsThatAreGoneAndNobodyIsStopped() throws Exception {
        // Given
        run(recording());
        // When
        archives().keep(Part.EMULATOR, elsewhere.resolve("gone"), fresh);
        // Then
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void oneThatWasCutOffIsNotKept() throws Exception {
        run(recording());
        byte[] whole = Files.readAllBytes(fresh);
        byte[] killed = whole.clone();
        Arrays.fill(killed, 0, 4_096, (byte) 0);

        for (byte[] broken : List.of(killed, new byte[0])) {
            Files.write(fresh, broken);
            archives().keep(Part.EMULATOR, jars, fresh);
            assertThat(archives().reading(Part.EMULATOR, jars)).isEmpty();
        }
    }

    @Test
    void otherJarsHaveAnotherOneWhichReplacesTheOld() throws Exception {
        run(recording());
        archives().keep(Part.EMULATOR, jars, fresh);
        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));

        assertThat(archives().reading(Part.EMULATOR, jars)).isEmpty();
        run(recording());
        archives().keep(Part.EMULATOR, jars, fresh);

        assertThat(run(archives().reading(Part.EMULATOR, jars))).contains(FROM_ARCHIVE);
        try (Stream<Path> files = Files.walk(target)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void whereNothingCanBeWrittenEverythingRuns() throws Exception {
        Path file = Files.createFile(target.resolve("file"));
        run(recording());

        new ClassArchives(file).keep(Part.EMULATOR, jars, fresh);

        assertThat(new ClassArchives(file).reading(Part.EMULATOR, jars)).isEmpty();
    }

    private ClassArchives archives() {
        return new ClassArchives(target);
    }

    private List<String> recording() {
        return archives().recording(Part.EMULATOR, jars, fresh);
    }

    /** Runs a process to its end; answers where it found the class. */
    private String run(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PartCommand.java(), "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-Xlog:class+load=info", "-cp", jar.toString(), Started.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output.lines()
                .filter(line -> line.contains(Started.class.getName()))
                .toList()
                .toString();
    }
}
