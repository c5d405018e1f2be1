package dev.sheetway.emulator.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.EmulatorOptions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Replays recorded traffic with Google. The folder is {@code -Dsheetway.corpus=…}, else {@code corpus/gspread} below
 * {@code sheetway.shared}.
 */
class CorpusReplayTest {

    /** Needs of a recording that the emulator does not claim to meet: it never computes a formula. */
    private static final Set<String> BEYOND = Set.of("formula-eval");

    @Test
    void answersAsGoogleDidInEveryRecordingThatNeedsOnlyWhatIsEmulated() throws Exception {
        Path folder = folder();
        assumeTrue(
                Files.isDirectory(folder), "no recordings in " + folder + ": set sheetway.shared or sheetway.corpus");
        JsonNode index = Files.exists(folder.resolve("index.json"))
                ? new ObjectMapper().readTree(folder.resolve("index.json").toFile())
                : new ObjectMapper().createObjectNode();
        List<String> required = new ArrayList<>();
        int passed = 0;
        int failed = 0;
        int notEmulated = 0;
        StringBuilder table = new StringBuilder();
        for (Path file : cassettes(folder)) {
            Replay.Verdict verdict = replay(file);
            String name = file.getFileName().toString();
            boolean must = isRequired(index.path(name));
            switch (verdict) {
                case Replay.Verdict.Passed ok -> {
                    passed++;
                    line(
                            table,
                            "passed",
                            must,
                            name,
                            ok.earlier() == 0 ? "" : "with " + ok.earlier() + " files made before");
                }
                case Replay.Verdict.Failed bad -> {
                    failed++;
                    line(table, "FAILED", must, name, bad.difference());
                }
                case Replay.Verdict.NotEmulated not -> {
                    notEmulated++;
                    line(table, "not emulated", must, name, not.what());
                }
            }
            if (must && !(verdict instanceof Replay.Verdict.Passed)) {
                required.add(name + ": " + verdict);
            }
        }
        System.out.printf(
                "%s%d passed, %d failed, %d not emulated of %s%n", table, passed, failed, notEmulated, folder);
        assertThat(required).isEmpty();
    }

    private static void line(StringBuilder table, String verdict, boolean must, String name, String detail) {
        String cut = detail.length() > 400 ? detail.substring(0, 400) + "…" : detail;
        table.append(String.format("%-13s %-8s %s %s%n", verdict, must ? "required" : "", name, cut));
    }

    private static boolean isRequired(JsonNode entry) {
        if (!entry.path("selfContained").asBoolean()) {
            return false;
        }
        for (JsonNode need : entry.path("needs")) {
            if (BEYOND.contains(need.asText())) {
                return false;
            }
        }
        return true;
    }

    private static Path folder() {
        String corpus = System.getProperty("sheetway.corpus", "");
        String shared = System.getProperty("sheetway.shared", "../shared");
        return corpus.isEmpty() ? Path.of(shared, "corpus", "gspread") : Path.of(corpus);
    }

    private static List<Path> cassettes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")
                            && !file.getFileName().toString().equals("index.json"))
                    .sorted()
                    .toList();
        }
    }

    private static Replay.Verdict replay(Path file) throws IOException, InterruptedException {
        try (Emulator emulator = Emulator.start(EmulatorOptions.inMemory());
                HttpClient client = HttpClient.newHttpClient()) {
            return new Replay(client, emulator.baseUri()).run(Cassette.read(file));
        }
    }
}
