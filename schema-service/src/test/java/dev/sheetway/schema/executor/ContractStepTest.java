package dev.sheetway.schema.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.Contracted;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.schema.TestPlans;
import org.junit.jupiter.api.Test;

class ContractStepTest {
    private final MemorySheet sheet = SampleSheets.small();
    private final MemoryTab table = sheet.tab("Operaciones");
    private final Bench bench = new Bench(sheet, sheet.id, TestPlans.zeues(), "request-1");

    @Test
    void writesNothingWhenExpandNeverHappened() {
        // Given
        bench.open();
        int writes = sheet.batches.size();
        // When
        Contracted contracted = bench.contract();
        // Then
        assertThat(contracted.deletedColumns()).isEmpty();
        assertThat(contracted.archiveTab()).isEmpty();
        assertThat(contracted.columnsAfter()).isEqualTo(5);
        assertThat(sheet.batches).hasSize(writes);
    }

    @Test
    void endsWithoutItsTabWhenExpandNeverHappened() {
        // Given
        bench.open();
        sheet.tabs.remove(table);
        sheet.tabs.add(new MemoryTab(88, "Resumen", 5, 3, false));
        // When
        Contracted contracted = bench.contract();
        // Then
        assertThat(contracted.deletedColumns()).isEmpty();
        assertThat(contracted.columnsAfter()).isZero();
    }

    @Test
    void followsColumnsThatPeopleMovedAndRenamed() {
        // Given
        bench.open();
        bench.expand();
        table.insertColumns(6, 1);
        table.set(0, 6, "MatSys");
        table.set(0, 5, "Quién");
        // When
        Contracted contracted = bench.contract();
        // Then
        assertThat(table.texts(0)).containsExactly("id", "NV", "TAG_SPOOL", "Ubicación", "Precio Total", "MatSys");
        assertThat(contracted.deletedColumns()).containsExactly("Ocupado_Por", "Fecha_Ocupacion", "version");
        assertThat(contracted.columnsAfter()).isEqualTo(6);
    }

    @Test
    void answersASecondDeliveryFromItsRecord() {
        // Given
        bench.open();
        bench.expand();
        Contracted first = bench.contract();
        int writes = sheet.batches.size();
        bench.attempt = 2;
        // When
        Contracted second = bench.contract();
        // Then
        assertThat(second).isEqualTo(first);
        assertThat(sheet.batches).hasSize(writes);
    }

    @Test
    void doesNotMissAColumnThatSomebodyDeletedBefore() {
        // Given
        bench.open();
        bench.expand();
        table.deleteColumns(6, 7);
        // When
        Contracted contracted = bench.contract();
        // Then
        assertThat(contracted.deletedColumns()).containsExactly("Ocupado_Por", "version");
        assertThat(table.texts(0)).isEqualTo(SampleSheets.HEADERS);
    }

    @Test
    void pausesWhenAColumnInsertedInTheSameInstantMadeItDeleteANeighbour() {
        // Given
        bench.open();
        bench.expand();
        sheet.beforeNextWrite(() -> {
            table.insertColumns(0, 1);
            table.set(0, 0, "MatSys");
        });
        // When // Then
        assertThatThrownBy(bench::contract).isInstanceOfSatisfying(StepFailedException.class, failed -> {
            assertThat(failed.failure().failureClass()).isEqualTo(FailureClass.PAUSE);
            assertThat(failed.failure().message())
                    .isEqualTo("the rollback of tab \"Operaciones\" of spreadsheet \"sheet-1\" met a change of its"
                            + " columns made in the same instant: expected exactly \"Ocupado_Por\","
                            + " \"Fecha_Ocupacion\", \"version\" to go, found \"version\" still there and"
                            + " \"Precio Total\" gone; the hidden tab \"sheetway_archive_"
                            + bench.migration().toString().substring(0, 8)
                            + "\" holds every column that was deleted; move \"Precio Total\" back from it, delete"
                            + " \"version\", then resume");
        });
    }

    @Test
    void writesAnAuditRowInItsOwnBatch() {
        // Given
        Bench audited = new Bench(sheet, sheet.id, TestPlans.audited(TestPlans.zeues(), "Metadata"), "request-1");
        audited.open();
        audited.expand();
        // When
        audited.contract();
        // Then
        assertThat(sheet.tab("Metadata").texts(3)).contains("REMOVE_COLUMNS");
    }
}
