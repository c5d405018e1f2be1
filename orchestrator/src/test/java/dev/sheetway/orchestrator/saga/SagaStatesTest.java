package dev.sheetway.orchestrator.saga;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code -Dsheetway.write-docs=true} writes the page. */
class SagaStatesTest {
    private static final Path PAGE = Path.of("../docs/architecture/saga-states.md");

    @Test
    void thePageShowsWhatTheCodeDoes() throws IOException {
        String page = StateDiagram.page();
        if (Boolean.getBoolean("sheetway.write-docs")) {
            Files.writeString(PAGE, page);
        }

        assertThat(page).isEqualTo(Files.readString(PAGE));
    }

    @Test
    void theWalkMeetsEveryState() {
        assertThat(StateDiagram.page())
                .contains(
                        "RUNNING",
                        "ROLLING_BACK",
                        "AWAITING_RETRY",
                        "AWAITING_APPROVAL",
                        "PAUSED",
                        "ROLLBACK_STUCK",
                        "COMPLETED",
                        "ROLLED_BACK",
                        "RESTORED",
                        "BASELINED",
                        "verification RUNNING",
                        "drift-detected",
                        "backups kept",
                        "removal RUNNING",
                        "removal AWAITING_RETRY",
                        "removal given up",
                        "backups removed",
                        "REFUSED");
    }
}
