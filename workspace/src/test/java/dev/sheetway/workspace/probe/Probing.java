package dev.sheetway.workspace.probe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.EmulatorAdmin;
import dev.sheetway.emulator.EmulatorOptions;
import dev.sheetway.workspace.google.GatewaySettings;
import dev.sheetway.workspace.google.RawGoogle;
import dev.sheetway.workspace.google.TokenSource;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The emulator with a disposable spreadsheet that somebody has used, and accounts that probe it. */
final class Probing implements AutoCloseable {
    static final SpreadsheetId ID = new SpreadsheetId("probe-sheet");
    static final String OWNER = "owner@example.com";
    static final String SERVICE = "schema-service@sheetway-emulator.iam.gserviceaccount.com";
    static final String SERVICE_TOKEN = "emu.sa.schema-service.spreadsheets+drive";
    static final String SECRET = "a-cell-of-somebody";

    private final Emulator emulator;

    Probing() throws IOException {
        emulator = Emulator.start(EmulatorOptions.inMemory());
        spreadsheet(ID, "Disposable: probes of Google");
    }

    EmulatorAdmin admin() {
        return emulator.admin();
    }

    void spreadsheet(SpreadsheetId id, String title) throws IOException {
        emulator.admin()
                .importSpreadsheet((ObjectNode) new ObjectMapper().readTree("""
                {"properties":{"title":"%s"},"sheets":[{"properties":{"sheetId":0,"title":"Theirs",
                 "gridProperties":{"rowCount":5,"columnCount":4}},
                 "data":[{"rowData":[{"values":[{"userEnteredValue":{"stringValue":"%s"}}]}]}]}]}
                """.formatted(title, SECRET)), id.value());
    }

    RawGoogle as(String token) {
        return RawGoogle.connect(GatewaySettings.of(emulator.baseUri(), TokenSource.fixed(token))
                .withReadTimeout(Duration.ofSeconds(60)));
    }

    /** As the owner, of everything. */
    ProbeReport all(ProbeOptions options) {
        return GoogleProbe.run(as("owner"), options, finding -> {}, Clock.systemUTC());
    }

    /** As the owner, of one question. */
    Answer one(String question) {
        return one("owner", ProbeOptions.of(ID, "test").withAccount(OWNER), question);
    }

    Answer one(String token, ProbeOptions options, String question) {
        return some(token, options, Set.of(question)).answer(question).orElseThrow();
    }

    ProbeReport some(String token, ProbeOptions options, Set<String> questions) {
        List<Experiment> experiments = Catalogue.of(options).stream()
                .filter(experiment -> questions.contains(experiment.question().id()))
                .toList();
        return GoogleProbe.run(as(token), options, finding -> {}, Clock.systemUTC(), experiments);
    }

    /** The whole spreadsheet as its owner sees it. */
    String content() {
        return as("owner").sheetsRead(ID, "?includeGridData=true").body();
    }

    /** Ids of every file that the owner sees. */
    String files() {
        return as("owner").driveRead(ID, "files?fields=files(id)").body();
    }

    @Override
    public void close() {
        emulator.close();
    }
}
