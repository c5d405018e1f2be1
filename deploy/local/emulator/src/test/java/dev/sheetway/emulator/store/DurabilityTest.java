package dev.sheetway.emulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.emulator.EmulatorMain;
import dev.sheetway.emulator.support.Http;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An acknowledged write survives {@code kill -9}; one that was not acknowledged is there as a whole or not at all. */
class DurabilityTest {

    private static final int ROUNDS = 3;

    @TempDir
    private Path directory;

    private Process start(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                EmulatorMain.class.getName(),
                "--port",
                "0",
                "--data-dir",
                directory.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static Http http(Process process) throws IOException {
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("emulator ready on ")) {
                return new Http(URI.create(line.substring("emulator ready on ".length())), "fake");
            }
        }
        throw new IOException("the emulator ended without being ready");
    }

    @Test
    void losesNoAcknowledgedWriteWhenKilled() throws Exception {
        Process process = start();
        int written = 0;
        try {
            Http http = http(process);
            String id = http.spreadsheet(2000, 2, "[]");
            for (int round = 0; round < ROUNDS; round++) {
                int acknowledged = writeUntilKilled(process, http, id, written);
                process = start();
                http = http(process);
                JsonNode rows = http.get(
                                "/v4/spreadsheets/" + id + "/values/A1:B2000?valueRenderOption=UNFORMATTED_VALUE")
                        .body()
                        .path("values");
                assertThat(rows.size()).isBetween(acknowledged, acknowledged + 1);
                for (int row = 0; row < rows.size(); row++) {
                    assertThat(rows.get(row).toString()).isEqualTo("[" + row + ",\"whole\"]");
                }
                assertThat(rows.size()).isGreaterThan(written);
                written = rows.size();
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void saysWhatIsWrongAndExitsWith2() throws Exception {
        Process first = start();
        try {
            http(first);
            Process second = start();
            String out = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(second.waitFor()).isEqualTo(2);
            assertThat(out).contains("cannot open the store");
        } finally {
            first.destroyForcibly().waitFor();
        }
        Process wrong = start("--colour", "red");
        assertThat(new String(wrong.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("unknown argument \"--colour\"", "usage: emulator");
        assertThat(wrong.waitFor()).isEqualTo(2);
    }

    /** Writes rows one by one, each as two cells in one batch, and kills the process in the middle. */
    private static int writeUntilKilled(Process process, Http http, String id, int from) throws InterruptedException {
        AtomicInteger acknowledged = new AtomicInteger(from);
        Thread killer = Thread.ofVirtual().unstarted(process::destroyForcibly);
        try {
            for (int row = from; row < 2000; row++) {
                if (row == from + 25) {
                    killer.start();
                }
                Http.Answer answer = http.batch(
                        id,
                        "{\"updateCells\":{\"start\":{\"rowIndex\":" + row
                                + "},\"fields\":\"userEnteredValue\",\"rows\":[{\"values\":["
                                + "{\"userEnteredValue\":{\"numberValue\":" + row + "}}]}]}}",
                        "{\"updateCells\":{\"start\":{\"rowIndex\":" + row
                                + ",\"columnIndex\":1},\"fields\":\"userEnteredValue\",\"rows\":[{\"values\":["
                                + "{\"userEnteredValue\":{\"stringValue\":\"whole\"}}]}]}}");
                if (answer.status() != 200) {
                    throw new IllegalStateException("answered " + answer);
                }
                acknowledged.set(row + 1);
            }
        } catch (UncheckedIOException e) {
            // killed
        }
        process.waitFor(10, TimeUnit.SECONDS);
        return acknowledged.get();
    }
}
