package dev.sheetway.workspace.google;

import static dev.sheetway.workspace.google.EmulatedGoogle.ID;
import static dev.sheetway.workspace.google.EmulatedGoogle.WRITER;
import static dev.sheetway.workspace.google.Wire.EXPAND;
import static dev.sheetway.workspace.google.Wire.OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.workspace.BatchOutcome;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.EffectBatch;
import dev.sheetway.workspace.EffectRecord;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.SheetWriter;
import dev.sheetway.workspace.SlotState;
import dev.sheetway.workspace.fingerprint.EffectDigest;
import dev.sheetway.workspace.google.GatewaySettings.SlotKind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** No effect twice, and none after its slot was occupied, whatever happens to answers; for each way to hold a slot. */
@ParameterizedClass
@EnumSource(SlotKind.class)
class ExactlyOnceIT {
    private static final EffectBatch BATCH = Wire.batch(EXPAND, new Effect.InsertColumns(0, 5, 1, true));
    private static final EffectRecord RECORD =
            new EffectRecord(EXPAND, EffectDigest.of(BATCH.effects()), BATCH.detail());

    @Parameter
    private SlotKind kind;

    private final EmulatedGoogle google = new EmulatedGoogle();

    ExactlyOnceIT() throws IOException {}

    @AfterEach
    void close() {
        google.close();
    }

    @Test
    void theSameBatchIsAppliedOnce() {
        assertThat(writer().apply(ID, BATCH)).isEqualTo(new BatchOutcome.Applied());
        assertThat(writer().apply(ID, BATCH)).isEqualTo(new BatchOutcome.AlreadyApplied(RECORD));
        assertThat(columns()).isEqualTo(6);
    }

    @Test
    void anErrorBeforeTheCommitIsUnknownAndTheNextAttemptApplies() {
        google.nextBatch("\"kind\":\"status\",\"status\":503");

        assertUnknown(writer(), "google-unavailable");

        assertThat(columns()).isEqualTo(5);
        assertThat(writer().apply(ID, BATCH)).isEqualTo(new BatchOutcome.Applied());
        assertThat(columns()).isEqualTo(6);
    }

    @Test
    void anErrorAfterTheCommitIsSettledByTheRecord() {
        google.nextBatch("\"kind\":\"status\",\"status\":503,\"when\":\"after\"");

        assertThat(writer().apply(ID, BATCH)).isEqualTo(new BatchOutcome.AlreadyApplied(RECORD));
        assertThat(columns()).isEqualTo(6);
        assertThat(google.batches()).isEqualTo(1);
    }

    @Test
    void anErrorPageAfterTheCommitIsSettledByTheRecord() {
        google.nextBatch("\"kind\":\"html502\",\"when\":\"after\"");

        assertThat(writer().apply(ID, BATCH)).isEqualTo(new BatchOutcome.AlreadyApplied(RECORD));
        assertThat(google.batches()).isEqualTo(1);
    }

    @Test
    void aConnectionClosedAfterTheCommitIsSettledByTheRecordAndNotRetriedBelow() {
        writer().open(ID);
        google.nextBatch("\"kind\":\"close\",\"when\":\"after\"");

        assertThat(writer().apply(ID, BATCH)).isEqualTo(new BatchOutcome.AlreadyApplied(RECORD));
        assertThat(google.batches()).isEqualTo(1);
        assertThat(columns()).isEqualTo(6);
    }

    @Test
    void aTruncatedAnswerIsSettledByTheRecord() {
        google.nextBatch("\"kind\":\"truncate\",\"when\":\"after\"");

        assertThat(writer().apply(ID, BATCH)).isEqualTo(new BatchOutcome.AlreadyApplied(RECORD));
        assertThat(google.batches()).isEqualTo(1);
    }

    @Test
    void anAnswerThatComesTooLateIsSettledByTheRecordOrUnknown() {
        SheetWriter impatient = google.connect(
                        google.settings(WRITER).withSlots(kind).withReadTimeout(Duration.ofSeconds(2)))
                .writer();
        google.nextBatch("\"kind\":\"latency\",\"latencyMs\":5000,\"when\":\"after\"");

        assertThat(impatient.apply(ID, BATCH)).isEqualTo(new BatchOutcome.AlreadyApplied(RECORD));
    }

    @Test
    void aBatchThatLandsAfterItsTimeoutCannotLandTwice() {
        SheetWriter impatient = google.connect(
                        google.settings(WRITER).withSlots(kind).withReadTimeout(Duration.ofSeconds(2)))
                .writer();
        google.nextBatch("\"kind\":\"latency\",\"latencyMs\":4000");
        assertUnknown(impatient, "google-timeout");

        BatchOutcome second = writer().apply(ID, BATCH);

        assertThat(second).isIn(new BatchOutcome.Applied(), new BatchOutcome.AlreadyApplied(RECORD));
        long landed = System.nanoTime() + Duration.ofSeconds(4).toNanos();
        while (System.nanoTime() < landed) {
            assertThat(columns()).isEqualTo(6);
        }
    }

    @Test
    void rateLimitsAreRepeatedBelowAndApplyOnce() {
        google.nextBatch("\"times\":2,\"kind\":\"status\",\"status\":429");

        assertThat(writer().apply(ID, BATCH)).isEqualTo(new BatchOutcome.Applied());
        assertThat(columns()).isEqualTo(6);
    }

    @Test
    void anOccupiedEffectIsStaleForEver() {
        assertThat(writer().occupy(ID, List.of(EXPAND))).containsExactly(new SlotState.Impossible(EXPAND));

        assertThat(writer().apply(ID, BATCH)).isEqualTo(new BatchOutcome.Stale());
        assertThat(columns()).isEqualTo(5);
    }

    @Test
    void occupyingTellsWhatHappenedAndWhatNeverWill() {
        writer().apply(ID, BATCH);

        List<SlotState> states = writer().occupy(ID, List.of(OPEN, EXPAND));

        assertThat(states).containsExactly(new SlotState.Impossible(OPEN), new SlotState.Applied(EXPAND, RECORD));
        assertThat(writer().occupy(ID, List.of(OPEN, EXPAND))).isEqualTo(states);
    }

    @Test
    void occupyingFreeSlotsIsOneCallOnceTheSpreadsheetWasOpened() {
        SheetWriter writer = writer();
        writer.open(ID);
        google.admin().clearCounts();

        writer.occupy(ID, List.of(OPEN, EXPAND));

        assertThat(google.calls()).isEqualTo(1);
    }

    @Test
    void anOccupationWhoseAnswerIsLostIsFoundAgain() {
        SheetWriter writer = writer();
        writer.open(ID);
        google.nextBatch("\"kind\":\"close\",\"when\":\"after\"");

        assertThat(writer.occupy(ID, List.of(OPEN, EXPAND)))
                .containsExactly(new SlotState.Impossible(OPEN), new SlotState.Impossible(EXPAND));
        assertThat(google.batches()).isEqualTo(1);
    }

    @Test
    void anOccupationThatDidNotReachGoogleIsUnknownAndMayBeCalledAgain() {
        google.nextBatch("\"kind\":\"status\",\"status\":503");

        assertThatThrownBy(() -> writer().occupy(ID, List.of(EXPAND)))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        e -> assertThat(e.failure().failureClass()).isEqualTo(FailureClass.UNKNOWN));
        assertThat(writer().occupy(ID, List.of(EXPAND))).containsExactly(new SlotState.Impossible(EXPAND));
    }

    @Test
    void nothingToOccupyNeedsNoCall() {
        assertThat(writer().occupy(ID, List.of())).isEmpty();
        assertThat(google.calls()).isZero();
    }

    @Test
    void oneRecordStandsOnTheSpreadsheet() {
        writer().apply(ID, BATCH);

        assertThat(writer().open(ID).metadata("sheetway.record")).hasSize(1);
        assertThat(Marks.record(writer().open(ID), EXPAND)).isEqualTo(Optional.of(RECORD));
    }

    @Test
    void anOccupationRacesALateBatchAndOneOfThemWins() {
        SheetWriter rollback = writer();
        rollback.open(ID);
        writer().apply(ID, BATCH);

        assertThat(rollback.occupy(ID, List.of(EXPAND))).containsExactly(new SlotState.Applied(EXPAND, RECORD));
    }

    private void assertUnknown(SheetWriter writer, String code) {
        assertThatThrownBy(() -> writer.apply(ID, BATCH)).isInstanceOfSatisfying(GatewayException.class, e -> {
            assertThat(e.failure().failureClass()).isEqualTo(FailureClass.UNKNOWN);
            assertThat(e.failure().code()).isEqualTo(code);
        });
    }

    private SheetWriter writer() {
        return google.connect(google.settings(WRITER).withSlots(kind)).writer();
    }

    private int columns() {
        return writer().open(ID).tab(0).orElseThrow().columnCount();
    }
}
