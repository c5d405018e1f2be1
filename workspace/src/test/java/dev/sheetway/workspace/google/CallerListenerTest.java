package dev.sheetway.workspace.google;

import static dev.sheetway.workspace.google.Wire.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.Failure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallerListenerTest {
    private final CannedGoogle google = new CannedGoogle();
    private final CallerListener listener = new CallerListener();

    CallerListenerTest() throws IOException {}

    @AfterEach
    void close() {
        google.close();
    }

    @Test
    void eachCallerHearsOfItsOwnWaitsOnlyAndNobodyOfThoseBetween() {
        // Given
        Quotas quotas = new Quotas(100, 100, 100, 100, 100, Duration.ofSeconds(1));
        GoogleWorkspace workspace = GoogleWorkspace.connect(
                Wire.settings(google).withQuotas(quotas).withListener(listener), new FakePace(0.5));
        google.answer(200, "{}").answer(200, "{}").answer(503, "{}").answer(200, "{}");
        Heard first = new Heard();
        Heard second = new Heard();

        // When
        listener.during(first, () -> workspace.reader().open(ID));
        workspace.reader().open(ID);
        listener.during(second, () -> workspace.reader().open(ID));

        // Then
        assertThat(first.words).isEmpty();
        assertThat(second.words).containsExactly("spreadsheet-interval PT1S", "again PT1S");
    }

    private static final class Heard implements GatewayListener {
        private final List<String> words = new ArrayList<>();

        @Override
        public void waiting(SpreadsheetId spreadsheet, String quota, Duration wait) {
            words.add(quota + " " + wait);
        }

        @Override
        public void repeating(SpreadsheetId spreadsheet, Failure failure, int attempt, Duration pause) {
            words.add("again " + pause);
        }
    }
}
