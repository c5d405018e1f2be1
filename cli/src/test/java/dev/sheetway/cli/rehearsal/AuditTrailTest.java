package dev.sheetway.cli.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.emulator.workbook.NewRows;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
    private static final AuditTrail TRAIL = new AuditTrail(
            Optional.of("Metadata"),
            Set.of("open/FORWARD", "close/FORWARD"),
            Set.of("open/FORWARD", "verify/FORWARD", "close/FORWARD"));

    private static List<String> row(String effect) {
        return List.of(
                UUID.nameUUIDFromBytes(effect.getBytes(StandardCharsets.UTF_8)).toString(),
                "2026-01-26T23:30:00Z",
                "MIGRATION_SCHEMA",
                "",
                "0",
                "SYSTEM",
                "MIGRATION",
                "OPEN",
                "26-01-2026",
                "{\"effect\":\"" + effect + "\"}");
    }

    @SafeVarargs
    private static List<String> problems(List<String>... rows) {
        return TRAIL.problems(new NewRows(49, List.of(rows)));
    }

    @Test
    void oneRowForEachStepIsAsItShouldBe() {
        assertThat(problems(row("open/FORWARD/1"), row("close/FORWARD/1"))).isEmpty();
    }

    @Test
    void aMissingRowAndOneMoreAndOneOfAStepThatNeverBeganAreNamed() {
        assertThat(problems(row("open/FORWARD/1"))).containsExactly("Metadata: no audit row of close/FORWARD");
        assertThat(problems(row("close/FORWARD/1"))).containsExactly("Metadata: no audit row of open/FORWARD");
        assertThat(problems(row("open/FORWARD/1"), row("open/FORWARD/2"), row("close/FORWARD/1")))
                .containsExactly("Metadata: row 51 is the second one of open/FORWARD");
        assertThat(problems(row("open/FORWARD/1"), row("smoke/FORWARD"), row("close/FORWARD/1")))
                .containsExactly("Metadata: row 51 is of smoke/FORWARD, which never began");
    }

    @Test
    void aRowThatNoReaderOfThatTabUnderstandsIsNamed() {
        List<String> python = new ArrayList<>(row("open/FORWARD/1"));
        python.set(9, "['Ocupado_Por']");
        List<String> shifted = new ArrayList<>(row("open/FORWARD/1"));
        shifted.addFirst("");
        List<String> blankId = new ArrayList<>(row("open/FORWARD/1"));
        blankId.set(0, "");
        for (List<String> wrong : List.of(python, shifted, blankId)) {
            assertThat(problems(row("open/FORWARD/1"), row("close/FORWARD/1"), wrong))
                    .containsExactly("Metadata: row 52 is no audit row");
        }
    }
}
