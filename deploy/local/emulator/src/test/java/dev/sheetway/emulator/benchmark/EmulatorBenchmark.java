package dev.sheetway.emulator.benchmark;

import dev.sheetway.emulator.EmulatorMain;
import dev.sheetway.emulator.sample.SampleWorkbook;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures an emulator in a process of its own with a durable store and 256 MiB of heap: import of the sample workbook, a read
 * of its 161,028 cells, the batch that expands it. Prints a table; no figure fails it, and no ordinary build runs it:
 * {@code ./mvnw -pl deploy/local/emulator -Dtest=EmulatorBenchmark test}.
 */
class EmulatorBenchmark {

    private static final int ROUNDS = 15;
    private static final int ROWS = 2556;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path store;

    @Test
    void measure() throws Exception {
        byte[] workbook = SampleWorkbook.generate(SampleWorkbook.DEFAULT_SEED);
        Process process = start();
        try {
            String base = ready(process.inputReader());
            List<String> table = new ArrayList<>();
            table.add(row("import of the sample workbook (.xlsx, 4 tabs)", round -> {
                send("POST", base + "/_emulator/workbooks?id=book" + round, workbook);
                return null;
            }));
            String book = base + "/v4/spreadsheets/book0";
            table.add(row(
                    "values.get of 161,028 cells, FORMULA",
                    round -> send(
                            "GET",
                            book + "/values/Operaciones!A1:BK" + ROWS + "?valueRenderOption=FORMULA",
                            new byte[0])));
            table.add(row(
                    "batchUpdate: the expand batch, 4 columns",
                    round -> send(
                            "POST",
                            base + "/v4/spreadsheets/book" + round + ":batchUpdate",
                            expand(sheetId(base)).getBytes())));
            System.out.printf("%-50s %8s %8s %8s%n", "ms, " + ROUNDS + " rounds", "first", "median", "worst");
            table.forEach(System.out::println);
            System.out.println("peak resident memory of the emulator: " + peak(process.pid()));
            System.out.println("processors: " + Runtime.getRuntime().availableProcessors() + ", load average: "
                    + Files.readString(Path.of("/proc/loadavg")).strip());
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmulatorMain.class.getName(),
                        "--port",
                        "0",
                        "--data-dir",
                        store.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static String ready(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("emulator ready on ")) {
                return line.substring("emulator ready on ".length());
            }
        }
        throw new IOException("the emulator ended without being ready");
    }

    private interface Round {
        Object run(int number) throws Exception;
    }

    private static String row(String what, Round round) throws Exception {
        double[] millis = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            int number = i;
            millis[i] = timed(() -> round.run(number));
        }
        double first = millis[0];
        Arrays.sort(millis);
        return String.format("%-50s %8.0f %8.0f %8.0f", what, first, millis[ROUNDS / 2], millis[ROUNDS - 1]);
    }

    private static double timed(Callable<Object> call) throws Exception {
        long start = System.nanoTime();
        call.call();
        return (System.nanoTime() - start) / 1e6;
    }

    private static String send(String method, String uri, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                .header("Authorization", "Bearer fake")
                .header("X-File-Name", "book.xlsx")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(uri + " answered " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private static String sheetId(String base) throws Exception {
        String answer = send("GET", base + "/v4/spreadsheets/book0?fields=sheets.properties.sheetId", new byte[0]);
        return answer.replaceFirst("(?s).*?\"sheetId\":(\\d+).*", "$1");
    }

    /** A slot, four columns with headers and anchors, and a value in every row of one of them. */
    private static String expand(String sheet) {
        StringBuilder requests = new StringBuilder("{\"requests\":["
                + "{\"addNamedRange\":{\"namedRange\":{\"namedRangeId\":\"slot\",\"name\":\"slot\",\"range\":{\"sheetId\":"
                + sheet
                + ",\"startRowIndex\":0,\"endRowIndex\":1,\"startColumnIndex\":0,\"endColumnIndex\":1}}}}"
                + ",{\"appendDimension\":{\"sheetId\":" + sheet + ",\"dimension\":\"COLUMNS\",\"length\":4}}");
        for (int i = 0; i < 4; i++) {
            int column = 63 + i;
            requests.append(
                    ",{\"updateCells\":{\"start\":{\"sheetId\":" + sheet + ",\"rowIndex\":0,\"columnIndex\":" + column
                            + "},\"fields\":\"userEnteredValue\",\"rows\":[{\"values\":[{\"userEnteredValue\":{\"stringValue\":\"new_"
                            + i + "\"}}]}]}}");
            requests.append(
                    ",{\"createDeveloperMetadata\":{\"developerMetadata\":{\"metadataKey\":\"sheetway.column\",\"metadataValue\":\""
                            + i + "\",\"visibility\":\"DOCUMENT\",\"location\":{\"dimensionRange\":{\"sheetId\":"
                            + sheet
                            + ",\"dimension\":\"COLUMNS\",\"startIndex\":" + column + ",\"endIndex\":" + (column + 1)
                            + "}}}}}");
        }
        return requests.append(
                        ",{\"repeatCell\":{\"range\":{\"sheetId\":" + sheet
                                + ",\"startRowIndex\":1,\"startColumnIndex\":66,"
                                + "\"endColumnIndex\":67},\"cell\":{\"userEnteredValue\":{\"numberValue\":0}},\"fields\":\"userEnteredValue\"}}]}")
                .toString();
    }

    private static String peak(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        if (!Files.exists(status)) {
            return "not known on this system";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> line.substring(6).strip())
                .findFirst()
                .orElse("not known on this system");
    }
}
