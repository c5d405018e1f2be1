package dev.sheetway.workspace.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What permits a release to change real spreadsheets with an account. */
public final class PassedProbes {
    private PassedProbes() {}

    /**
     * The newest evidence of Google itself (never of an emulator) for this release and account, if that probe passed; a
     * later one that did not pass takes the permission back. Files that are no evidence are passed over.
     *
     * @param account e-mail address
     * @throws UncheckedIOException when the directory cannot be read; one that is not there is empty
     */
    public static Optional<Path> find(Path directory, String release, String account) {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .map(file -> new Probe(file, read(file)))
                    .filter(probe -> probe.isOf(release, Evidence.digest(account)))
                    .max(Comparator.comparing(Probe::begun))
                    .filter(probe -> probe.json().path("passed").booleanValue())
                    .map(Probe::file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Probe(Path file, JsonNode json) {
        boolean isOf(String release, String account) {
            return json.path("kind").asText().equals(Evidence.KIND)
                    && json.path("source").asText().equals("google")
                    && json.path("release").asText().equals(release)
                    && json.path("account").asText().equals(account);
        }

        /** ISO instants of one length sort by their letters. */
        String begun() {
            return json.path("begun").asText();
        }
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException noEvidence) {
            return new ObjectMapper().nullNode();
        }
    }
}
