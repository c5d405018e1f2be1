package dev.sheetway.schema.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.event.StepResult.Contracted;
import dev.sheetway.schema.TestPlans;
import dev.sheetway.workspace.CellContent;
import java.util.List;
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
    void putsANeighbourBackThatItDeletedBecauseAColumnCameInTheSameInstant() {
        // Given
        List<CellContent> price = table.contents(4);
        bench.open();
        bench.expand();
        sheet.beforeNextWrite(() -> {
            table.insertColumns(0, 1);
            table.set(0, 0, "MatSys");
        });
        // When
        Contracted contracted = bench.contract();
        // Then
        assertThat(table.texts(0)).containsExactly("MatSys", "id", "NV", "TAG_SPOOL", "Ubicación", "Precio Total");
        assertThat(table.contents(5)).isEqualTo(price);
        assertThat(contracted.columnsAfter()).isEqualTo(6);
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
        assertThat(sheet.tab("Metadata").texts(4)).contains("REMOVE_COLUMNS");
    }
}
