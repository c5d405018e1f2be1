package dev.sheetway.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private final Agenda agenda = new Agenda();

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }

    @Test
    void tellsWhoIsDueInTheOrderOfTheirTimes() {
        agenda.put("late", Optional.of(at(30)), Optional.empty());
        agenda.put("early", Optional.of(at(10)), Optional.empty());
        agenda.put("never", Optional.empty(), Optional.empty());

        assertThat(agenda.earliest()).contains(at(10));
        assertThat(agenda.dueAt(at(9))).isEmpty();
        assertThat(agenda.dueAt(at(30))).containsExactly("early", "late");
    }

    @Test
    void keepsOneTimePerSpreadsheet() {
        agenda.put("sheet", Optional.of(at(10)), Optional.empty());
        agenda.put("sheet", Optional.of(at(20)), Optional.empty());
        assertThat(agenda.dueAt(at(100))).containsExactly("sheet");
        assertThat(agenda.earliest()).contains(at(20));

        agenda.put("sheet", Optional.empty(), Optional.empty());

        assertThat(agenda.earliest()).isEmpty();
    }

    @Test
    void wakesWhoeverBeganToWaitByAClockThatWasSetBack() {
        agenda.put("ahead", Optional.of(at(172_804)), Optional.of(at(172_800)));
        agenda.put("seconds ahead", Optional.of(at(30)), Optional.of(at(10)));

        assertThat(agenda.dueAt(at(5))).containsExactly("ahead");
        assertThat(agenda.dueAt(at(30))).containsExactly("seconds ahead", "ahead");
    }
}
