package dev.sheetway.workspace.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.SpreadsheetId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotaGateTest {
    private final FakePace pace = new FakePace(0.5);
    private final List<String> waits = new ArrayList<>();

    @Test
    void letsSixtyReadsThroughInAnyMinuteAndNoMore() throws InterruptedException {
        QuotaGate gate = gate(Quotas.google());
        List<Long> passed = new ArrayList<>();

        for (int i = 0; i < 200; i++) {
            gate.pass(Operation.sheetsRead(new SpreadsheetId("s" + i), "reading"));
            passed.add(pace.nanoTime());
        }

        long minute = Duration.ofMinutes(1).toNanos();
        assertThat(IntStream.range(0, passed.size() - 60))
                .allSatisfy(i -> assertThat(passed.get(i + 60) - passed.get(i)).isGreaterThanOrEqualTo(minute));
        assertThat(passed.get(59)).isEqualTo(passed.get(0));
        assertThat(waits).hasSize(3).allMatch(wait -> wait.startsWith("sheets-reads-per-user"));
    }

    @Test
    void countsReadsAndWritesAndDriveApart() throws InterruptedException {
        QuotaGate gate = gate(new Quotas(1, 300, 1, 300, 1, Duration.ZERO));

        gate.pass(Operation.sheetsRead(new SpreadsheetId("a"), "reading"));
        gate.pass(Operation.sheetsWrite(new SpreadsheetId("a"), "writing"));
        gate.pass(Operation.driveRead(new SpreadsheetId("a"), "reading"));

        assertThat(pace.slept).isEmpty();
    }

    @Test
    void keepsASecondBetweenCallsForTheSameSpreadsheetOnly() throws InterruptedException {
        QuotaGate gate = gate(Quotas.google());
        SpreadsheetId first = new SpreadsheetId("a");

        gate.pass(Operation.sheetsRead(first, "reading"));
        gate.pass(Operation.sheetsRead(new SpreadsheetId("b"), "reading"));
        gate.pass(Operation.sheetsWrite(first, "writing"));

        assertThat(waits).containsExactly("spreadsheet-interval PT1S");
        assertThat(pace.slept).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void theProjectsQuotaHoldsBackToo() throws InterruptedException {
        QuotaGate gate = gate(new Quotas(60, 2, 60, 2, 100, Duration.ZERO));

        for (int i = 0; i < 3; i++) {
            gate.pass(Operation.sheetsWrite(new SpreadsheetId("a"), "writing"));
        }

        assertThat(waits).containsExactly("sheets-writes-per-project PT1M");
    }

    @Test
    void unlimitedNeverWaits() throws InterruptedException {
        QuotaGate gate = gate(Quotas.unlimited());

        for (int i = 0; i < 1000; i++) {
            gate.pass(Operation.sheetsWrite(new SpreadsheetId("a"), "writing"));
        }

        assertThat(pace.slept).isEmpty();
    }

    private QuotaGate gate(Quotas quotas) {
        return new QuotaGate(quotas, pace, (spreadsheet, quota, wait) -> waits.add(quota + " " + wait));
    }
}
