package dev.sheetway.schema.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.Baselined;
import dev.sheetway.contracts.event.StepResult.KnownColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.schema.mark.Anchor;
import dev.sheetway.schema.mark.Marks;
import dev.sheetway.wire.BaselinePlan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BaselineStepTest {
    private final MemorySheet sheet = SampleSheets.small();

    private static MigrationPlan plan(String version) {
        return BaselinePlan.of("Operaciones", 1, version, Optional.of("zeues"));
    }

    private Baselined adopt(String version, String request) {
        Bench bench = new Bench(sheet, sheet.id, plan(version), request);
        return (Baselined)
                bench.run(new Command.BaselineSchema(bench.header(Step.EXPAND, Direction.FORWARD), plan(version)));
    }

    /** Normalised headers that are anchored, by the header of the column that the anchor is on now. */
    private List<String> anchored() {
        List<Anchor> anchors = Marks.of(sheet.open(sheet.id)).anchors();
        return anchors.stream()
                .map(anchor -> anchor.column() + " on "
                        + sheet.tab("Operaciones")
                                .cell(0, anchor.columnIndex())
                                .content()
                                .asText())
                .sorted()
                .toList();
    }

    @Test
    void anchorsEachColumnAndTellsWhatItsCellsAre() {
        // Given // When
        Baselined made = adopt("2.1", "request-1");
        // Then
        assertThat(made.columns()).isEqualTo(5);
        assertThat(made.known())
                .extracting(KnownColumn::name, KnownColumn::kind)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("TAG_SPOOL", "text"),
                        org.assertj.core.groups.Tuple.tuple("id", "blank"));
        assertThat(anchored())
                .containsExactly(
                        "id on id",
                        "nv on NV",
                        "preciototal on Precio Total",
                        "tagspool on TAG_SPOOL",
                        "ubicacion on Ubicación");
        assertThat(sheet.batches).hasSize(1);
        assertThat(sheet.batches.getFirst().effects()).allMatch(effect -> switch (effect) {
            case dev.sheetway.workspace.Effect.AnchorColumn mark -> true;
            case dev.sheetway.workspace.Effect.PutSpreadsheetMetadata mark -> true;
            default -> false;
        });
    }

    @Test
    void aSecondDeliveryAnswersTheSameAndWritesNothing() {
        // Given
        Baselined first = adopt("2.1", "request-1");
        // When
        Baselined second = adopt("2.1", "request-1");
        // Then
        assertThat(second).isEqualTo(first);
        assertThat(sheet.count("batch")).isEqualTo(1);
    }

    @Test
    void anotherRequestFindsNothingToDo() {
        // Given
        adopt("2.1", "request-1");
        // When
        Baselined again = adopt("2.1", "request-2");
        // Then
        assertThat(again.columns()).isZero();
        assertThat(again.summary()).startsWith("nothing to do");
        assertThat(sheet.count("batch")).isEqualTo(1);
    }

    @Test
    void aColumnThatCameSinceIsAnchoredToo() {
        // Given
        adopt("2.1", "request-1");
        sheet.tab("Operaciones").set(0, 5, "MatSys");
        // When
        Baselined again = adopt("2.1", "request-2");
        // Then
        assertThat(again.columns()).isEqualTo(1);
        assertThat(anchored()).hasSize(6).contains("matsys on MatSys");
    }

    @Test
    void anchorsFollowTheColumnsThatSomebodyShiftedBetweenReadAndBatch() {
        // Given
        sheet.beforeNextWrite(() -> sheet.tab("Operaciones").insertColumns(1, 1));
        // When
        Baselined made = adopt("2.1", "request-1");
        // Then
        assertThat(anchored())
                .containsExactly(
                        "id on id",
                        "nv on NV",
                        "preciototal on Precio Total",
                        "tagspool on TAG_SPOOL",
                        "ubicacion on Ubicación");
        assertThat(made.known()).extracting(KnownColumn::columnIndex).containsExactly(0, 2, 3, 4, 5);
        assertThat(sheet.batches).hasSize(2);
    }

    @Test
    void takesOverALockThatNobodyWillGiveBack() {
        // Given
        MigrationId left = MigrationId.of(sheet.id, "cancelled");
        sheet.put("sheetway.lock", left.toString());
        Bench bench = new Bench(sheet, sheet.id, plan("2.1"), "request-1");
        CommandHeader header = bench.header(Step.EXPAND, Direction.FORWARD);
        // When
        bench.run(new Command.BaselineSchema(header, plan("2.1"), Optional.empty(), Optional.of(List.of(left))));
        // Then
        assertThat(Marks.of(sheet.open(sheet.id)).lockOwner()).isEmpty();
        assertThat(anchored()).hasSize(5);
    }

    @Test
    void refusesHeadersThatAreOneNameAndNamesTheirCells() {
        // Given
        sheet.tab("Operaciones").set(0, 5, "tag spool");
        // When // Then
        assertThatThrownBy(() -> adopt("2.1", "request-1"))
                .isInstanceOfSatisfying(StepFailedException.class, failed -> {
                    assertThat(failed.failure().failureClass()).isEqualTo(FailureClass.FAILED);
                    assertThat(failed.failure().code()).isEqualTo("duplicate-header");
                })
                .hasMessageContaining("stands at C1 and F1");
        assertThat(sheet.count("batch")).isZero();
    }

    @Test
    void refusesMoreColumnsThanATabCanBearAnchorsFor() {
        // Given
        MemoryTab wide = new MemoryTab(99, "Ancha", 3, 400, false);
        for (int column = 0; column < 400; column++) {
            wide.set(0, column, "columna " + column);
        }
        sheet.tabs.add(wide);
        MigrationPlan plan = BaselinePlan.of("Ancha", 1, "1", Optional.empty());
        Bench bench = new Bench(sheet, sheet.id, plan, "request-1");
        // When // Then
        assertThatThrownBy(
                        () -> bench.run(new Command.BaselineSchema(bench.header(Step.EXPAND, Direction.FORWARD), plan)))
                .hasMessageContaining("the 400 columns")
                .hasMessageContaining("expected at most 30000");
        assertThat(sheet.count("batch")).isZero();
    }
}
