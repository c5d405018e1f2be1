package dev.sheetway.workspace.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassedProbesTest {
    private static final Instant MORNING = Instant.parse("2026-11-22T09:00:00Z");

    @TempDir
    Path directory;

    @Test
    void permitsTheReleaseAndAccountThatPassedAndNoOther() throws IOException {
        Path file = Evidence.write(report("google", "1.0", "a@b.example", MORNING, true), directory);
        Files.writeString(directory.resolve("note.json"), "no evidence");

        assertThat(PassedProbes.find(directory, "1.0", "A@b.example")).contains(file);
        assertThat(PassedProbes.find(directory, "1.1", "a@b.example")).isEmpty();
        assertThat(PassedProbes.find(directory, "1.0", "other@b.example")).isEmpty();
        assertThat(PassedProbes.find(directory.resolve("none"), "1.0", "a@b.example"))
                .isEmpty();
    }

    @Test
    void anEmulatorPermitsNothing() throws IOException {
        Evidence.write(report("emulator", "1.0", "a@b.example", MORNING, true), directory);

        assertThat(PassedProbes.find(directory, "1.0", "a@b.example")).isEmpty();
    }

    @Test
    void aLaterProbeThatDidNotPassTakesThePermissionBack() throws IOException {
        Evidence.write(report("google", "1.0", "a@b.example", MORNING, true), directory);
        Evidence.write(report("google", "1.0", "a@b.example", MORNING.plusSeconds(60), false), directory);

        assertThat(PassedProbes.find(directory, "1.0", "a@b.example")).isEmpty();
    }

    private static ProbeReport report(String source, String release, String account, Instant begun, boolean passed) {
        Question question = Catalogue.questions().stream()
                .filter(each -> each.id().equals("duplicateMetadataId"))
                .findFirst()
                .orElseThrow();
        Finding finding = new Finding(question, Answer.seen(passed ? "REFUSE" : "REPLACE", ""));
        return new ProbeReport(release, source, Optional.of(account), begun, begun, 1, List.of(finding), List.of());
    }
}
