package dev.sheetway.workspace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures the fingerprint of a table of 66 columns that was seeded through the API: the emulator in a process of its own,
 * the gateway in another with 256 MiB of heap. See docs/operations/benchmarks.md for the command.
 */
@EnabledIfSystemProperty(named = "sheetway.bench.rows", matches = "\\d+")
class LargeTableBench {
    private static final Path MEASURED = Path.of("target", "large-table.txt");
    private static final int ROWS_PER_REQUEST = 1_000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path directory;

    @Test
    void fingerprintsATableThatWasSeededThroughTheApi() throws Exception {
        int rows = Integer.getInteger("sheetway.bench.rows");
        Process emulator = java(
                directory.resolve("emulator.log").toFile(),
                List.of("-Xmx1g"),
                "dev.sheetway.emulator.EmulatorMain",
                "--port",
                "0",
                "--port-file",
                directory.resolve("port").toString(),
                "--data-dir",
                directory.resolve("data").toString());
        try {
            URI root = URI.create("http://127.0.0.1:" + port(emulator));
            long begin = System.nanoTime();
            String id = seed(root, rows);
            System.out.printf(
                    "seeded %,d cells through the API in %d s%n",
                    (long) rows * TableOnTheFly.COLUMNS,
                    Duration.ofNanos(System.nanoTime() - begin).toSeconds());

            Process reading = java(
                    MEASURED.toFile(),
                    List.of("-Xmx256m", "-XX:+UseSerialGC"),
                    FingerprintMain.class.getName(),
                    root.toString(),
                    id,
                    Integer.toString(rows));

            assertThat(reading.waitFor(60, TimeUnit.MINUTES)).isTrue();
            System.out.print(Files.readString(MEASURED));
            assertThat(reading.exitValue()).isZero();
        } finally {
            emulator.destroy();
            emulator.waitFor(1, TimeUnit.MINUTES);
        }
    }

    private Process java(File output, List<String> options, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(main);
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(output))
                .start();
    }

    /** The file appears when the emulator is ready. */
    private String port(Process emulator) throws Exception {
        Path file = directory.resolve("port");
        while (!Files.exists(file) || Files.readString(file).isBlank()) {
            if (emulator.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the emulator ended with " + emulator.exitValue());
            }
        }
        return Files.readString(file).strip();
    }

    private String seed(URI root, int rows) throws Exception {
        String created = post(
                root.resolve("/v4/spreadsheets"),
                "{\"properties\":{\"title\":\"Large\"},\"sheets\":[{\"properties\":{\"sheetId\":0,\"title\":\"Table\","
                        + "\"gridProperties\":{\"rowCount\":" + rows + ",\"columnCount\":" + TableOnTheFly.COLUMNS
                        + "}}}]}");
        String id = new ObjectMapper().readTree(created).path("spreadsheetId").asText();
        for (int row = 0; row < rows; row += ROWS_PER_REQUEST) {
            post(
                    root.resolve("/v4/spreadsheets/" + id + ":batchUpdate?fields=spreadsheetId"),
                    TableOnTheFly.request(row, Math.min(rows, row + ROWS_PER_REQUEST)));
        }
        return id;
    }

    private String post(URI url, String body) throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(url)
                        .header("Authorization", "Bearer owner")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }
}
