package dev.sheetway.workspace.google;

import static dev.sheetway.workspace.google.Wire.APPLIED;
import static dev.sheetway.workspace.google.Wire.EXPAND;
import static dev.sheetway.workspace.google.Wire.ID;
import static dev.sheetway.workspace.google.Wire.OPEN;
import static dev.sheetway.workspace.google.Wire.REFUSED;
import static dev.sheetway.workspace.google.Wire.UNAVAILABLE;
import static dev.sheetway.workspace.google.Wire.batch;
import static dev.sheetway.workspace.google.Wire.structure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.workspace.BatchOutcome;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.EffectBatch;
import dev.sheetway.workspace.EffectRecord;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.SheetWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a batch for each thing that Google may answer and each thing that may then stand on the sheet. */
class ApplyOutcomesTest {
    private static final EffectBatch BATCH = batch(EXPAND, new Effect.DeleteColumns(0, 1, 2));
    private static final EffectRecord RECORD = new EffectRecord(EXPAND, "other", "{\"columns\":2}");
    private static final String SLOT = Marks.slotName(EXPAND);
    private static final List<String[]> RECORDED =
            List.<String[]>of(new String[] {"sheetway.record", Marks.recordValue(RECORD)});

    private final CannedGoogle google = new CannedGoogle();
    private final FakePace pace = new FakePace(0.5);
    private final SheetWriter writer = Wire.connect(google, pace).writer();

    ApplyOutcomesTest() throws IOException {}

    @AfterEach
    void close() {
        google.close();
    }

    @Test
    void aRecordAfterARefusalMeansAppliedBeforeEvenWithAnotherDigest() {
        google.answer(400, REFUSED).answer(200, structure(List.of(SLOT), RECORDED));

        assertThat(writer.apply(ID, BATCH)).isEqualTo(new BatchOutcome.AlreadyApplied(RECORD));
    }

    @Test
    void aRecordAfterAnUnavailableServiceMeansApplied() {
        google.answer(503, UNAVAILABLE).answer(200, structure(List.of(SLOT), RECORDED));

        assertThat(writer.apply(ID, BATCH)).isEqualTo(new BatchOutcome.AlreadyApplied(RECORD));
        assertThat(pace.slept).as("a write is never repeated").isEmpty();
    }

    @Test
    void aRecordAfterAHungUpConnectionMeansAppliedAndTheBatchWasSentOnce() {
        google.hangUp().answer(200, structure(List.of(SLOT), RECORDED));

        assertThat(writer.apply(ID, BATCH)).isInstanceOf(BatchOutcome.AlreadyApplied.class);
        assertThat(google.sent).extracting(CannedGoogle.Sent::method).containsExactly("POST", "GET");
    }

    @Test
    void aHungUpConnectionIsNotRetriedBehindOurBackOnAReusedConnectionEither() {
        google.answer(200, APPLIED).hangUp().answer(200, structure(List.of(SLOT), RECORDED));
        writer.apply(ID, BATCH);

        writer.apply(ID, BATCH);

        assertThat(google.sent).extracting(CannedGoogle.Sent::method).containsExactly("POST", "POST", "GET");
    }

    @Test
    void aSuccessThatBreaksOffIsOpenAndSettledByTheRecord() {
        google.cutOff("{\"spreadsheetId\":").answer(200, structure(List.of(SLOT), RECORDED));

        assertThat(writer.apply(ID, BATCH)).isInstanceOf(BatchOutcome.AlreadyApplied.class);
    }

    @Test
    void anHtmlErrorPageIsUnknownWhenNothingStandsOnTheSheet() {
        google.html(502, "<html>Error 502</html>").answer(200, structure(List.of(), List.of()));

        assertThatThrownBy(() -> writer.apply(ID, BATCH)).isInstanceOfSatisfying(GatewayException.class, e -> {
            assertThat(e.failure().failureClass()).isEqualTo(FailureClass.UNKNOWN);
            assertThat(e.failure().code()).isEqualTo("google-unavailable");
        });
    }

    @Test
    void unknownStaysUnknownWhenTheSheetCannotBeRead() {
        google.answer(503, UNAVAILABLE).answer(401, "{}");

        assertThatThrownBy(() -> writer.apply(ID, BATCH)).isInstanceOfSatisfying(GatewayException.class, e -> {
            assertThat(e.failure().failureClass()).isEqualTo(FailureClass.UNKNOWN);
            assertThat(e.failure().message()).contains("credentials-rejected", "send the same batch again");
        });
    }

    @Test
    void aRefusalThatCannotBeLookedAfterIsUnknownBecauseItMayBeAnEarlierAttemptsSlot() {
        google.answer(400, REFUSED).answer(403, "{}");

        assertThatThrownBy(() -> writer.apply(ID, BATCH))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        e -> assertThat(e.failure().failureClass()).isEqualTo(FailureClass.UNKNOWN));
    }

    @Test
    void aFenceMeansStale() {
        List<String[]> fence = List.<String[]>of(new String[] {"sheetway.fence", EXPAND.toString()});
        google.answer(400, REFUSED).answer(200, structure(List.of(SLOT), fence));

        assertThat(writer.apply(ID, BATCH)).isEqualTo(new BatchOutcome.Stale());
    }

    @Test
    void aFenceOfAnotherEffectDoesNotCount() {
        List<String[]> fence = List.<String[]>of(new String[] {"sheetway.fence", OPEN.toString()});
        google.answer(400, REFUSED).answer(200, structure(List.of(), fence));

        assertThat(writer.apply(ID, BATCH)).isInstanceOf(BatchOutcome.Refused.class);
    }

    @Test
    void aSlotWithNeitherNeedsAPerson() {
        google.answer(400, REFUSED).answer(200, structure(List.of(SLOT), List.of()));

        assertThat(writer.apply(ID, BATCH)).isInstanceOfSatisfying(BatchOutcome.Refused.class, refused -> {
            assertThat(refused.failure().failureClass()).isEqualTo(FailureClass.PAUSE);
            assertThat(refused.failure().code()).isEqualTo("slot-without-record");
            assertThat(refused.failure().message()).contains("\"1abc\"", "expand/FORWARD/1");
        });
    }

    @Test
    void aRefusalWithNothingOnTheSheetIsFinal() {
        google.answer(400, REFUSED).answer(200, structure(List.of(), List.of()));

        assertThat(writer.apply(ID, BATCH)).isInstanceOfSatisfying(BatchOutcome.Refused.class, refused -> {
            assertThat(refused.failure().failureClass()).isEqualTo(FailureClass.FAILED);
            assertThat(refused.failure().message()).contains("requests[0].addNamedRange", "nothing written");
        });
    }

    @Test
    void aRefusalOfABatchWhoseTabIsGoneNeedsAPerson() {
        EffectBatch elsewhere = new EffectBatch(EXPAND, 77, BATCH.effects(), BATCH.detail());
        google.answer(400, REFUSED).answer(200, structure(List.of(), List.of()));

        assertThat(writer.apply(ID, elsewhere)).isInstanceOfSatisfying(BatchOutcome.Refused.class, refused -> {
            assertThat(refused.failure().failureClass()).isEqualTo(FailureClass.PAUSE);
            assertThat(refused.failure().code()).isEqualTo("tab-gone");
            assertThat(refused.failure().message())
                    .contains(
                            "expand/FORWARD/1", "\"1abc\"", "expected the sheet id 77, found the tabs \"Operaciones\"")
                    .endsWith("nothing written; bring the tab back from the version history, then resume");
        });
    }

    @Test
    void permissionIsThrownWithoutLooking() {
        google.answer(403, "{\"error\":{\"code\":403,\"status\":\"PERMISSION_DENIED\"}}");

        assertThatThrownBy(() -> writer.apply(ID, BATCH))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        e -> assertThat(e.failure().failureClass()).isEqualTo(FailureClass.PAUSE));
        assertThat(google.sent).hasSize(1);
    }

    @Test
    void aRateLimitIsRepeatedHereBecauseNothingWasApplied() {
        google.answer(429, "{}", Map.of("Retry-After", "7")).answer(200, APPLIED);

        assertThat(writer.apply(ID, BATCH)).isEqualTo(new BatchOutcome.Applied());
        assertThat(pace.slept).extracting(java.time.Duration::toSeconds).containsExactly(7L);
    }

    @Test
    void aLockOfAnotherOwnerIsNamed() {
        List<String[]> lock = List.<String[]>of(new String[] {"sheetway.lock", "other-migration"});
        google.answer(400, REFUSED).answer(200, structure(List.of("sheetway_lock"), lock));

        assertThat(writer.apply(ID, batch(OPEN, new Effect.TakeLock("mine"))))
                .isEqualTo(new BatchOutcome.Locked("other-migration"));
    }

    @Test
    void aLockThatWeHoldIsNotTakenAgain() {
        List<String[]> lock = List.<String[]>of(new String[] {"sheetway.lock", "mine"});
        google.answer(400, REFUSED)
                .answer(200, structure(List.of("sheetway_lock"), lock))
                .answer(200, APPLIED);

        assertThat(writer.apply(ID, batch(OPEN, new Effect.TakeLock("mine")))).isEqualTo(new BatchOutcome.Applied());
        assertThat(google.sent.getLast().body()).doesNotContain("sheetway_lock");
    }

    @Test
    void aLockWithoutOwnerNeedsAPerson() {
        google.answer(400, REFUSED).answer(200, structure(List.of("sheetway_lock"), List.of()));

        assertThat(writer.apply(ID, batch(OPEN, new Effect.TakeLock("mine"))))
                .isInstanceOfSatisfying(
                        BatchOutcome.Refused.class,
                        refused -> assertThat(refused.failure().code()).isEqualTo("lock-without-owner"));
    }

    @Test
    void aLockThatSomebodyRemovedDoesNotBlockTheLastBatch() {
        google.answer(400, REFUSED).answer(200, structure(List.of(), List.of())).answer(200, APPLIED);

        assertThat(writer.apply(
                        ID,
                        batch(
                                EXPAND,
                                new Effect.PutSpreadsheetMetadata(Optional.empty(), "k", "v"),
                                new Effect.ReleaseLock())))
                .isEqualTo(new BatchOutcome.Applied());
        assertThat(google.sent.getLast().body())
                .doesNotContain("deleteNamedRange")
                .contains("\"k\"");
    }

    @Test
    void theSecondSendOfAnAdaptedBatchIsJudgedLikeTheFirst() {
        google.answer(400, REFUSED)
                .answer(200, structure(List.of(), List.of()))
                .answer(503, UNAVAILABLE)
                .answer(200, structure(List.of(SLOT), RECORDED));

        assertThat(writer.apply(ID, batch(EXPAND, new Effect.ReleaseLock())))
                .isInstanceOf(BatchOutcome.AlreadyApplied.class);
    }
}
