package dev.sheetway.examples.zeues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTableTest {
    private static final List<String> OLD =
            List.of("NV", "TAG_SPOOL", "Fecha_Armado", "Armador", "Fecha_Soldadura", "Soldador");
    private static final List<String> NEW = List.of(
            "NV",
            "TAG_SPOOL",
            "Fecha_Armado",
            "Armador",
            "Fecha_Soldadura",
            "Soldador",
            "Ocupado_Por",
            "Fecha_Ocupacion",
            "version");
    private static final Worker MARIA = new Worker("MR", 93);

    @Test
    void aNewReaderGetsTheDeclaredDefaultsFromAnOldSheet() {
        Spool spool = read(OLD, SchemaMode.V3_0, List.of("NV1", "MK-1", 46096, "MR(93)"));

        assertThat(spool.occupation()).isEqualTo(new Occupation.Free());
        assertThat(spool.version()).isZero();
    }

    @Test
    void anOldReaderSeesTheSameSpoolBeforeAndAfter() {
        Spool before = read(OLD, SchemaMode.V2_1, List.of("NV1", "MK-1", 46096, "MR(93)", "", "-"));
        Spool after = read(NEW, SchemaMode.V2_1, List.of("NV1", "MK-1", 46096, "MR(93)", "", "-", "JP(7)", 46100, 4));

        assertThat(after).isEqualTo(before);
    }

    @Test
    void aNewReaderReadsWhoHoldsASpoolSinceWhen() {
        Spool spool = read(NEW, SchemaMode.V3_0, List.of("NV1", "MK-1", "", "", "", "", "MR(93)", 46155.48, 4));

        assertThat(spool.occupation()).isEqualTo(new Occupation.Occupied(MARIA, LocalDate.of(2026, 5, 13)));
        assertThat(spool.version()).isEqualTo(4);
    }

    @Test
    void aColumnThatSomebodyInsertedOccupiesNobody() {
        List<String> inserted = List.of("TAG_SPOOL", "MatSys", "ocupado por", "FECHA OCUPACIÓN", "Version");

        Spool spool = read(inserted, SchemaMode.V3_0, List.of("MK-1", "-", "", "", 0));

        assertThat(spool.isOccupied()).isFalse();
    }

    @Test
    void aDashIsNobody() {
        assertThat(Worker.parse(" - ")).isEmpty();
        assertThat(Worker.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MR", "mr(93)", "MRST(1)", "MR(x)", "MR(93) "})
    void aWorkerIsWrittenInOneWayOnly(String written) {
        if (written.equals("MR(93) ")) {
            assertThat(Worker.parse(written)).contains(MARIA);
        } else {
            assertThatThrownBy(() -> Worker.parse(written)).hasMessageContaining("expected INICIALES(ID)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"15-03-2026", "15/03/2026", "15/3/26", "2026-03-15", "15-Mar-2026"})
    void aDateIsReadAsManyHandsWroteIt(String written) {
        assertThat(SheetDate.read(written)).contains(LocalDate.of(2026, 3, 15));
    }

    @Test
    void aSerialNumberIsADateToo() {
        assertThat(SheetDate.read(46096)).contains(LocalDate.of(2026, 3, 15));
    }

    @Test
    void whatIsNoDateIsSaidWithItsRowAndNotTakenForBlank() {
        assertThatThrownBy(() -> read(OLD, SchemaMode.V2_1, List.of("NV1", "MK-1", "soon")))
                .hasMessageContaining("row 0 below the header")
                .hasMessageNotContaining("soon");
    }

    @Test
    void aHolderWithoutADateIsCorrupt() {
        assertThatThrownBy(() -> read(NEW, SchemaMode.V3_0, List.of("", "MK-1", "", "", "", "", "MR(93)", "", 1)))
                .hasMessageContaining("expected both or neither");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5"})
    void aVersionIsAWholeNumberFromZero(String number) {
        List<Object> row = List.of("", "MK-1", "", "", "", "", "", "", Double.valueOf(number));

        assertThatThrownBy(() -> read(NEW, SchemaMode.V3_0, row)).hasMessageContaining("version");
    }

    @Test
    void takingASpoolRaisesItsVersionAndOnlyOneCanHoldIt() {
        Spool free = read(OLD, SchemaMode.V3_0, List.of("", "MK-1"));

        Spool taken = free.taken(MARIA, LocalDate.of(2026, 1, 28));

        assertThat(taken.version()).isEqualTo(1);
        assertThatThrownBy(() -> taken.taken(new Worker("JP", 7), LocalDate.of(2026, 1, 28)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(taken.released()).satisfies(released -> {
            assertThat(released.isOccupied()).isFalse();
            assertThat(released.version()).isEqualTo(2);
        });
    }

    @Test
    void workIsPendingInProgressOrCompleted() {
        assertThat(read(OLD, SchemaMode.V2_1, List.of("", "MK-1")).assembly().status())
                .isEqualTo(Work.Status.PENDING);
        assertThat(read(OLD, SchemaMode.V2_1, List.of("", "MK-1", "", "MR(93)"))
                        .assembly()
                        .status())
                .isEqualTo(Work.Status.IN_PROGRESS);
        assertThat(read(OLD, SchemaMode.V2_1, List.of("", "MK-1", 46096, "MR(93)"))
                        .assembly()
                        .status())
                .isEqualTo(Work.Status.COMPLETED);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void aNewProgramWritesEveryEventAndAnOldOneThoseItKnows(EventType event) {
        assertThat(event.isWrittenBy(SchemaMode.V3_0)).isTrue();
        assertThat(event.isWrittenBy(SchemaMode.V2_1)).isEqualTo(!event.name().endsWith("_SPOOL"));
    }

    @Test
    void aColumnThatStandsTwiceIsRefusedAndNotGuessed() {
        SpoolTable table = new SpoolTable(List.of("TAG_SPOOL", "version", "Versión"), SchemaMode.V3_0);

        assertThatThrownBy(() -> table.spools(List.of(List.of("MK-1", 0, 0)))).hasMessageContaining("stands 2 times");
    }

    @Test
    void blankRowsAreNoSpools() {
        assertThat(new SpoolTable(OLD, SchemaMode.V2_1).spools(List.of(List.of("NV1", ""), List.of())))
                .isEmpty();
    }

    private static Spool read(List<String> header, SchemaMode mode, List<?> row) {
        List<Spool> spools = new SpoolTable(header, mode).spools(List.of(row));
        return Optional.of(spools)
                .filter(found -> found.size() == 1)
                .orElseThrow()
                .getFirst();
    }
}
