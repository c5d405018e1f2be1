package dev.sheetway.schema.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.event.StepResult.Opened;
import dev.sheetway.contracts.request.Waiver;
import dev.sheetway.schema.TestPlans;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LivePermitTest {
    private static final LivePermit MISSING = new LivePermit.Missing("1.0", Optional.of("a@b.example"), "/probes");
    private static final LivePermit GIVEN = new LivePermit.Given("google-1.json");

    private final Planned<Opened> open =
            OpenPlanner.plan(Sheets.header("id", "TAG_SPOOL").snapshot(), Sheets.task(Step.OPEN, TestPlans.zeues()));

    @Test
    void withoutEvidenceNothingIsWrittenAndTheMessageSaysWhatToDo() {
        assertThat(MISSING.on(open, Optional.empty())).isInstanceOfSatisfying(Planned.Refused.class, refused -> {
            assertThat(refused.failure().code()).isEqualTo("unprobed");
            assertThat(refused.failure().message())
                    .isEqualTo("release 1.0 was not probed with account a@b.example: expected evidence of a probe that"
                            + " passed in \"/probes\"; nothing written; run ./sheetway doctor --probe-google, or go"
                            + " without it by --unprobed (\"unprobed\": true in the request)");
        });
    }

    @Test
    void whoGoesWithoutMay() {
        assertThat(MISSING.on(open, Optional.of(Waiver.UNPROBED))).isSameAs(open);
    }

    @Test
    void evidenceStandsInTheResultThatIsJournalled() {
        assertThat(GIVEN.on(open, Optional.empty()))
                .isInstanceOfSatisfying(Planned.Write.class, write -> assertThat(((Opened) write.result()).probe())
                        .contains("google-1.json"));
    }

    @Test
    void anEmulatorNeedsNone() {
        assertThat(new LivePermit.NotNeeded().on(open, Optional.empty())).isSameAs(open);
    }

    @Test
    void whatWritesNothingNeedsNone() {
        Planned<Opened> nothing = new Planned.NothingToDo<>(new Opened("google", "Title", 0, 1, 1, List.of(), 0, true));

        assertThat(MISSING.on(nothing, Optional.empty())).isSameAs(nothing);
    }
}
