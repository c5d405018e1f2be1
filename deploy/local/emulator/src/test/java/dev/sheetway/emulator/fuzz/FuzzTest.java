package dev.sheetway.emulator.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.EmulatorOptions;
import dev.sheetway.emulator.proto.Messages;
import dev.sheetway.emulator.support.Discovery;
import dev.sheetway.emulator.support.Http;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Whatever comes in, Google's error shape goes out: never a 500, never a stack trace. Requests are made from the discovery
 * documents and then spoilt. The build sends a sample; {@code -Dsheetway.requests=N} sends N, {@code -Dsheetway.seed=S}
 * repeats a run.
 */
class FuzzTest {

    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404, 409, 413, 501);
    private static final Pattern INSIDES =
            Pattern.compile("Exception|emulator bug|java\\.|\\bat dev\\.sheetway|null pointer");
    private static final int REQUESTS_PER_SPREADSHEET = 50;

    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<String, String> wrong = new TreeMap<>();

    @Test
    void whateverComesInGooglesErrorShapeGoesOut() throws IOException {
        int count = Integer.getInteger("sheetway.requests", 1500);
        long seed = Long.getLong("sheetway.seed", new Random().nextLong());
        Draw draw = new Draw(new Random(seed));
        Discovery sheets = Discovery.sheets();
        Discovery drive = Discovery.drive();
        Requests forSheets = new Requests(sheets, draw, false, emulatedKinds());
        Requests forDrive = new Requests(drive, draw, true, Set.of());
        try (Emulator emulator = Emulator.start(EmulatorOptions.inMemory())) {
            Http http = new Http(emulator.baseUri(), "");
            String id = "";
            for (int i = 0; i < count; i++) {
                if (i % REQUESTS_PER_SPREADSHEET == 0) {
                    id = new Http(emulator).spreadsheet(8, 6, "[]");
                }
                OddRequest request = draw.chance(0.75) ? forSheets.next(id) : forDrive.next(id);
                Http.Answer answer = http.send(
                        request.method(),
                        request.path(),
                        request.body(),
                        request.headers().toArray(String[]::new));
                statuses.merge(answer.status(), 1, Integer::sum);
                String what = "request " + i + " " + cut(request) + " -> " + cut(answer);
                problem(request, answer, request.drive() ? drive : sheets)
                        .forEach(text -> wrong.putIfAbsent(text, what));
            }
        }
        System.out.println("fuzz: seed " + seed + ", " + count + " requests, answers by status " + statuses);
        assertThat(wrong.entrySet()).as("seed %d", seed).isEmpty();
        // a fuzzer whose requests are all refused, or all taken, looks at nothing
        assertThat(statuses.getOrDefault(200, 0)).isGreaterThan(count / 20);
        assertThat(statuses.getOrDefault(400, 0)).isGreaterThan(count / 20);
    }

    private static Set<String> emulatedKinds() {
        return Messages.fieldNames("Request").stream()
                .filter(kind -> Messages.nestedMessage("Request", kind) != null)
                .collect(Collectors.toSet());
    }

    private static String cut(Object value) {
        String text = value.toString();
        return text.length() > 1500 ? text.substring(0, 1500) + "…" : text;
    }

    private static List<String> problem(OddRequest request, Http.Answer answer, Discovery discovery) {
        int status = answer.status();
        JsonNode body = answer.body();
        List<String> problems = new ArrayList<>();
        if (status >= 200 && status < 300) {
            boolean described = status == 200 && !request.answer().isEmpty() && body.isObject();
            return described ? discovery.violations(body, request.answer()) : problems;
        }
        if (!REFUSALS.contains(status)) {
            problems.add("status " + status + " " + answer.message());
        }
        JsonNode error = body.path("error");
        if (error.path("code").asInt() != status || answer.message().isBlank()) {
            problems.add("no error body of Google for " + status + ": " + cut(body));
        }
        boolean shaped = request.drive() ? error.at("/errors/0").has("reason") : error.has("status");
        if (!shaped && !error.isMissingNode()) {
            problems.add((request.drive() ? "Drive error without errors[]: " : "Sheets error without status: ")
                    + cut(error));
        }
        if (INSIDES.matcher(answer.message()).find()) {
            problems.add("shows its insides: " + cut(answer.message()));
        }
        return problems;
    }
}
