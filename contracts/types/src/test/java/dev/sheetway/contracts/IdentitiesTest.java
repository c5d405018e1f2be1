package dev.sheetway.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentitiesTest {

    /** The published test vector (docs/reference/protocol.md), computed with Python's uuid.uuid5. */
    @Test
    void theMigrationIdIsUuid5OfSpreadsheetAndRequest() {
        assertThat(MigrationId.of(new SpreadsheetId("1AbC-demo_sheet"), "request-0001"))
                .hasToString("dc67f7a3-c789-51b4-912c-a9a248a70b6e");
    }

    @Test
    void theAttemptChangesTheCommandButNotTheEffect() {
        MigrationId migration = MigrationId.of(new SpreadsheetId("s"), "r");
        EffectId effect = new EffectId(migration, Step.EXPAND, Direction.FORWARD, 1);

        assertThat(CommandId.of(effect, 1)).isEqualTo(CommandId.of(effect, 1)).isNotEqualTo(CommandId.of(effect, 2));
        assertThat(effect).hasToString(migration + "/expand/FORWARD/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "ä", "a\n"})
    void refusesWhatIsNoSpreadsheetId(String text) {
        assertThatThrownBy(() -> new SpreadsheetId(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ocupado_Por | ocupado por | true",
                "Fecha_QC_Metrología | FECHA QC METROLOGIA | true",
                "OK NDT si/no/Rep | oknDT_SiNoRep | true",
                "PLANO_KRONOS N° | plano_kronos n° | true",
                "version | versión | true",
                "Фамилия | ФАМИЛИЯ | true",
                "id | ID_ | true",
                "N°_Informe | N_Informe | false",
                "NV | OT | false"
            })
    void headersAreComparedAsPeopleMeanThem(String one, String other, boolean same) {
        assertThat(HeaderName.same(one, other)).isEqualTo(same);
    }
}
