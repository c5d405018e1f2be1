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
        agenda.put("late", Optional.of(at(30)));
        agenda.put("early", Optional.of(at(10)));
        agenda.put("never", Optional.empty());

        assertThat(agenda.earliest()).contains(at(10));
        assertThat(agenda.dueAt(at(9))).isEmpty();
        assertThat(agenda.dueAt(at(30))).containsExactly("early", "late");
    }

    @Test
    void keepsOneTimePerSpreadsheet() {
        agenda.put("sheet", Optional.of(at(10)));
        agenda.put("sheet", Optional.of(at(20)));
        assertThat(agenda.dueAt(at(100))).containsExactly("sheet");
        assertThat(agenda.earliest()).contains(at(20));

        agenda.put("sheet", Optional.empty());

        assertThat(agenda.earliest()).isEmpty();
    }
}
