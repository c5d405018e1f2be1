package dev.sheetway.workspace.restore;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.workspace.BatchOutcome;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.EffectBatch;
import dev.sheetway.workspace.NumberFormat;
import dev.sheetway.workspace.google.GatewaySettings;
import dev.sheetway.workspace.google.GoogleWorkspace;
import dev.sheetway.workspace.google.TokenSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a batch is on the wire, unpacked: no bigger than was asked for. */
class BatchSizeTest {
    private static final int MOST = 60_000;
    /** Slot and record. */
    private static final int BESIDE = 2_000;

    private final SpreadsheetId id = new SpreadsheetId("sheet");
    private final AtomicInteger sent = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            try (InputStream body = exchange.getRequestBody();
                    InputStream json = packed ? new GZIPInputStream(body) : body) {
                sent.set(json.readAllBytes().length);
            }
            byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ubicación", "日本語のセル", "😀😀😀", "say \"hi\" \\ there", "a\nb\tc\u0001\u2028", ""})
    void scatteredCellsOfAnyTextFit(String text) {
        // Given
        SortedMap<Place, Wanted> wanted = new TreeMap<>();
        for (int row = 0; row < 1_000; row++) {
            Cell cell = new Cell(
                    text.isEmpty() ? CellContent.BLANK : new CellContent.Text(text),
                    row % 2 == 0 ? Optional.empty() : Optional.of(new NumberFormat("SCIENTIFIC", "0.00E+00")),
                    Optional.empty());
            wanted.put(
                    new Place(1_234_567_890, 100_000 + row * 2, row % 3), new Wanted(cell, SheetImage.Digests.NOTHING));
        }
        // When
        List<List<Effect>> batches = Batches.of(wanted, Effect.Extent.EVERYTHING, MOST);
        // Then
        assertThat(batches).hasSizeGreaterThan(1);
        for (List<Effect> batch : batches) {
            assertThat(send(batch)).isInstanceOf(BatchOutcome.Applied.class);
            assertThat(sent.get()).isPositive().isLessThan(MOST + BESIDE);
        }
    }

    private BatchOutcome send(List<Effect> batch) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        EffectId effect = new EffectId(MigrationId.of(id, "request"), Step.BACKUP, Direction.ROLLBACK, 1);
        return GoogleWorkspace.connect(GatewaySettings.of(address, TokenSource.fixed("token")))
                .writer()
                .apply(id, new EffectBatch(effect, 1_234_567_890, batch, "{}"));
    }
}
