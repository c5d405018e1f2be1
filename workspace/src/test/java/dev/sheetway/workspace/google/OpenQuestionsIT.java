package dev.sheetway.workspace.google;

import static dev.sheetway.workspace.google.EmulatedGoogle.ID;
import static dev.sheetway.workspace.google.EmulatedGoogle.WRITER;
import static dev.sheetway.workspace.google.Wire.EXPAND;
import static dev.sheetway.workspace.google.Wire.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.workspace.BatchOutcome;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.EffectBatch;
import dev.sheetway.workspace.SheetWriter;
import dev.sheetway.workspace.google.GatewaySettings.SlotKind;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds whatever real Google answers to questions that nobody has asked it yet. */
class OpenQuestionsIT {
    private static final EffectBatch BATCH = Wire.batch(EXPAND, new Effect.InsertColumns(0, 5, 1, true));

    private final EmulatedGoogle google = new EmulatedGoogle();

    OpenQuestionsIT() throws IOException {}

    @AfterEach
    void close() {
        google.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"duplicateNamedRangeId\":\"ASSIGN_ANOTHER\"}",
                "{\"duplicateNamedRangeId\":\"REPLACE\"}",
                "{\"duplicateNamedRangeName\":\"ACCEPT\"}",
                "{\"duplicateMetadataId\":\"ASSIGN_ANOTHER\"}",
                "{\"duplicateMetadataId\":\"REPLACE\"}",
                "{\"commentUpdateState\":true}"
            })
    void aSlotThatIsANamedRangeHoldsWhenEitherItsIdOrItsNameIsUnique(String answer) {
        google.admin().settings(answer);
        SheetWriter writer = google.connect(WRITER).writer();
        writer.apply(ID, BATCH);

        BatchOutcome again = writer.apply(ID, BATCH);

        assertThat(again).isInstanceOf(BatchOutcome.AlreadyApplied.class);
        assertThat(writer.open(ID).tab(0).orElseThrow().columnCount()).isEqualTo(6);
        writer.occupy(ID, List.of(OPEN));
        assertThat(writer.apply(ID, Wire.batch(OPEN))).isEqualTo(new BatchOutcome.Stale());
    }

    @Test
    void twoEffectsThatMeetInOneMetadataIdBothGetThrough() {
        SheetWriter writer = google.connect(google.settings(WRITER).withSlots(SlotKind.METADATA_ID))
                .writer();
        Effect foreigner = new Effect.AnchorColumn(0, 0, MetadataIdSlots.firstId(EXPAND), "somebody.else", "x");
        writer.apply(ID, Wire.batch(OPEN, foreigner));

        assertThat(writer.apply(ID, BATCH)).isEqualTo(new BatchOutcome.Applied());
        assertThat(writer.apply(ID, BATCH)).isInstanceOf(BatchOutcome.AlreadyApplied.class);
        assertThat(writer.open(ID).metadata("sheetway.record"))
                .extracting(entry -> entry.id())
                .contains(MetadataIdSlots.firstId(EXPAND) + 1);
    }
}
