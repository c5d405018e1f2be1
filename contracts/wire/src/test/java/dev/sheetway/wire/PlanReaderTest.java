package dev.sheetway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sheetway.contracts.plan.BackupPolicy;
import dev.sheetway.contracts.plan.ColumnType;
import dev.sheetway.contracts.plan.Literal;
import dev.sheetway.contracts.plan.MigrationPlan;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanReaderTest {

    @Test
    void readsThePlanOfTheContract() {
        MigrationPlan plan = PlanReader.readText(Plans.ZEUES, "plan.yaml");

        assertThat(plan.addedColumns())
                .extracting(column -> column.name())
                .containsExactly("Ocupado_Por", "Fecha_Ocupacion", "version");
        assertThat(plan.addedColumns().get(2).initial()).contains(new Literal.Number(0));
        assertThat(plan.addedColumns().get(1).type()).isEqualTo(ColumnType.DATE);
        assertThat(plan.backup().fallback()).contains(BackupPolicy.Strategy.ARCHIVE);
        assertThat(plan.rollback().window()).isEqualTo(Duration.ofDays(7));
        assertThat(plan.smokeFor("3.0")).hasSize(2);
    }

    @Test
    void survivesTheWayToJsonAndBack() {
        MigrationPlan plan = PlanReader.readText(Plans.ZEUES, "plan.yaml");

        MigrationPlan again = PlanJson.fromJson(PlanJson.toJson(plan));

        assertThat(again).isEqualTo(plan);
        assertThat(PlanJson.checksum(again)).isEqualTo(PlanJson.checksum(plan)).startsWith("sha256:");
    }

    @Test
    void hasTheSameChecksumWithDefaultsLeftOut() {
        String terse = Plans.ZEUES
                .replace("  headerRow: 1\n", "")
                .replace("  rollback: { automatic: true, window: P7D }\n", "")
                .replace("  probation: PT24H\n", "")
                .replace("  notify: { webhook: null }\n", "");

        assertThat(PlanJson.checksum(PlanReader.readText(terse, "terse")))
                .isEqualTo(PlanJson.checksum(PlanReader.readText(Plans.ZEUES, "full")));
    }

    @Test
    void tellsTheLineOfAnUnknownKey() {
        String text = Plans.ZEUES.replace("  headerRow: 1", "  headerRow: 1\n  haederRow: 2");

        InvalidPlan invalid = catchThrowableOfType(InvalidPlan.class, () -> PlanReader.readText(text, "plan.yaml"));

        assertThat(invalid.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(7);
            assertThat(problem.message()).contains("haederRow");
        });
        assertThat(invalid).hasMessageStartingWith("plan.yaml:7:");
    }

    @Test
    void tellsTheLineOfAWrongValueDeepInside() {
        String text = Plans.ZEUES.replace("type: date, format", "type: dtae, format");

        assertThatThrownBy(() -> PlanReader.readText(text, "plan.yaml"))
                .isInstanceOf(InvalidPlan.class)
                .hasMessageStartingWith("plan.yaml:11:")
                .hasMessageContaining("/spec/changes/1/addColumn/type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    from: "2.1" | from: "3.0" | /metadata/to: equals "from"
                    name: version, type | name: OCUPADO por, type | "OCUPADO por" and "Ocupado_Por" are the same column
                    initial: 0 | initial: zero | /spec/changes/2/addColumn/initial: does not fit the type integer
                    initial: 0 | initial: 0.5 | does not fit the type integer
                    name: version, type | name: "__", type | has no letter or digit to match by
                    maxAge: PT1H | maxAge: 1h | maxAge
                    maxAge: PT1H | maxAge: P99999999999999999999D | maxAge
                    maxAge: PT1H | maxAge: P1000000000000D | maxAge
                    kind: MigrationPlan | kind: Plan | kind
                    """)
    void refusesWithTheReason(String original, String replacement, String message) {
        String text = Plans.ZEUES.replace(original, replacement);

        assertThat(text).isNotEqualTo(Plans.ZEUES);
        assertThatThrownBy(() -> PlanReader.readText(text, "plan.yaml"))
                .isInstanceOf(InvalidPlan.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"'a: [1,', not YAML", "'- 1', expected a mapping", "'', expected a mapping", "'{\"a\":', not YAML"})
    void refusesWhatIsNoPlanAtAll(String text, String message) {
        assertThatThrownBy(() -> PlanReader.readText(text, "plan.yaml"))
                .isInstanceOf(InvalidPlan.class)
                .hasMessageContaining(message);
    }
}
