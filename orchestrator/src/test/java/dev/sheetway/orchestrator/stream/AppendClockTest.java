package dev.sheetway.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AppendClockTest {
    private final AppendClock clock = new AppendClock();

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }

    @Test
    void followsTheBrokerAheadAndBehind() {
        clock.sawTick(at(1_000), at(10));
        assertThat(clock.now(at(20))).isEqualTo(at(1_010));

        clock.sawTick(at(30), at(130));

        assertThat(clock.now(at(140))).isEqualTo(at(40));
    }

    @Test
    void aRecordThatWaitedDoesNotTurnItBack() {
        clock.sawTick(at(100), at(100));

        clock.sawRecord(at(100), at(160));
        assertThat(clock.now(at(160))).isEqualTo(at(160));
        clock.sawRecord(at(200), at(161));

        assertThat(clock.now(at(161))).isEqualTo(at(200));
    }

    @Test
    void knowsNothingBeforeTheFirstTick() {
        clock.sawRecord(at(200), at(100));

        assertThat(clock.isKnown()).isFalse();
    }
}
