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

    /** Calculated before plans knew of a retention: sheets and journals hold it. */
    @Test
    void aPlanThatKeepsItsBackupsForEverHasTheChecksumItAlwaysHad() {
        MigrationPlan plan = PlanReader.readText(Plans.ZEUES, "plan.yaml");

        assertThat(plan.backup().retention()).isEmpty();
        assertThat(PlanJson.checksum(plan))
                .isEqualTo("sha256:df041a55fd1f4fba3a0eda643f4dcb45f40113778594652c1ac563e9c05c0b31");
    }

    @Test
    void aRetentionIsPartOfThePlan() {
        MigrationPlan plan = PlanReader.readText(Plans.ZEUES, "plan.yaml");

        MigrationPlan keeping =
                PlanReader.readText(Plans.ZEUES.replace("maxAge: PT1H", "maxAge: PT1H, retention: P30D"), "plan.yaml");

        assertThat(keeping.backup().retention()).contains(Duration.ofDays(30));
        assertThat(PlanJson.fromJson(PlanJson.toJson(keeping))).isEqualTo(keeping);
        assertThat(PlanJson.checksum(keeping)).isNotEqualTo(PlanJson.checksum(plan));
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
                    maxAge: PT1H | retention: 30d | plan.yaml:8:
                    maxAge: PT1H | retention: 30d | /spec/backup/retention: found "30d": expected an ISO 8601 duration
                    kind: MigrationPlan | kind: Plan | /kind: found "Plan": expected "MigrationPlan"
                    maxAge: PT1H | maxAge: 1h | maxAge: found "1h": expected an ISO 8601 duration such as PT1H or P7D
                    type: integer | type: int | found "int": expected one of text, integer, number, boolean, date, datetime
                    headerRow: 1 | headerRow: one | /spec/headerRow: found "one": expected integer
                    headerRow: 1 | headrRow: 1 | /spec: unknown key "headrRow": expected one of tab, headerRow, keyColumn
                    tab: Operaciones | keyTab: Operaciones | "tab" is missing
                    from: "2.1" | from: 2.1 | /metadata/from: found 2.1: expected string, in quotes
                    strategy: drive-copy | strategy: copy | found "copy": expected one of drive-copy, archive, both
                    initial: 0 | initial: "0" | does not fit the type integer: expected a whole number, found "0"
                    name: Ocupado_Por | name: "-x" | looks like a formula
                    name: Ocupado_Por | name: "@x" | looks like a formula
                    name: Ocupado_Por | name: "\\tx" | begins with a tab
                    name: Ocupado_Por | name: "\\rx" | begins with a carriage return
                    """)
    void refusesWithTheReason(String original, String replacement, String message) {
        String text = Plans.ZEUES.replace(original, replacement);

        assertThat(text).isNotEqualTo(Plans.ZEUES);
        assertThatThrownBy(() -> PlanReader.readText(text, "plan.yaml"))
                .isInstanceOf(InvalidPlan.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    { name: a, rows: 'row.x >' }              | /spec/smoke/3.0/0/rows: not an assertion: line 1
                    { name: a, rows: 'row.x' }                |
                    { name: a, header: 'columns' }            | the expression yields int: expected bool
                    { name: a, header: 'row.x == 1' }         | undeclared reference to 'row'
                    { name: a, rows: 'true', header: 'true' } | expected a name, and exactly one of rows and header
                    { name: a }                               | expected a name, and exactly one of rows and header
                    """)
    void aSmokeSuiteThatCannotRunIsFoundBeforeAnythingIsWritten(String assertion, String message) {
        String text = """
                apiVersion: sheetway.dev/v1
                kind: MigrationPlan
                metadata: { name: a, from: "1", to: "3.0" }
                spec:
                  tab: A
                  changes: [ { addColumn: { name: b, type: text } } ]
                  smoke:
                    "3.0":
                      - %s
                """.formatted(assertion);

        if (message == null) {
            assertThat(PlanReader.readText(text, "plan.yaml").smokeFor("3.0")).hasSize(1);
        } else {
            assertThatThrownBy(() -> PlanReader.readText(text, "plan.yaml"))
                    .isInstanceOf(InvalidPlan.class)
                    .hasMessageStartingWith("plan.yaml:9:")
                    .hasMessageContaining(message)
                    .hasMessageNotContaining("\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'- setValidation: { column: a, oneOf: [\"-\"] }', ''",
        "'- addColumn: { name: a, type: date, initial: 2026-01-31 }', ''",
        "'- addColumn: { name: a, type: datetime, initial: 2026-01-31T08:00:00 }', ''",
        "'- addColumn: { name: a, type: date, initial: 31-01-2026 }', a day such as 2026-01-31",
        "'- setValidation: { column: a, oneOf: [b], pattern: c }', 'exactly one of pattern, oneOf and remove'",
        "'- addColum: { name: a }', 'unknown key \"addColum\": expected one of addColumn, renameColumn'",
        "'- { dropColumn: { name: a }, addColumn: { name: b, type: text } }', one kind of change by its name",
        "'- dropColumn: a', 'found \"a\": expected object'",
    })
    void aChangeIsReadOrToldWhatIsExpected(String change, String message) {
        String text = """
                apiVersion: sheetway.dev/v1
                kind: MigrationPlan
                metadata: { name: a, from: "1", to: "2" }
                spec:
                  tab: A
                  changes:
                    %s
                """.formatted(change);

        if (message.isEmpty()) {
            assertThat(PlanReader.readText(text, "plan.yaml").changes()).hasSize(1);
        } else {
            assertThatThrownBy(() -> PlanReader.readText(text, "plan.yaml"))
                    .isInstanceOf(InvalidPlan.class)
                    .hasMessageStartingWith("plan.yaml:7:")
                    .hasMessageContaining(message)
                    .hasMessageNotContaining("\n");
        }
    }

    /** A rule that comes with a later release must not make a journal unreadable. */
    @Test
    void aPlanThatWasAcceptedIsReadWithoutTheRulesForNewOnes() {
        var json = PlanJson.toJson(PlanReader.readText(Plans.ZEUES, "plan.yaml"));
        ((com.fasterxml.jackson.databind.node.ObjectNode) json.at("/spec/changes/0/addColumn")).put("name", "=old");

        assertThat(PlanJson.accepted(json).addedColumns().getFirst().name()).isEqualTo("=old");
        assertThatThrownBy(() -> PlanJson.fromJson(json)).hasMessageContaining("looks like a formula");
    }

    @Test
    void keysThatStandTwiceAreRefusedWhereTheSecondOneStands() {
        String yaml = Plans.ZEUES.replace("  headerRow: 1", "  headerRow: 1\n  tab: Otra");

        assertThatThrownBy(() -> PlanReader.readText(yaml, "plan.yaml"))
                .isInstanceOf(InvalidPlan.class)
                .hasMessageMatching("plan\\.yaml:7:\\d+: key 'tab' stands twice here: expected once");
        assertThatThrownBy(() -> PlanReader.readText("{\"kind\": 1, \"kind\": 2}", "plan.json"))
                .hasMessageContaining("key 'kind' stands twice here");
    }

    @Test
    void aTabThatIndentsIsToldOnOneLineWhereItStands() {
        assertThatThrownBy(() -> PlanReader.readText("kind: x\n\tmetadata: y\n", "plan.yaml"))
                .isInstanceOf(InvalidPlan.class)
                .hasMessageStartingWith("plan.yaml:2:1: not YAML or JSON: ")
                .hasMessageContaining("cannot start any token")
                .hasMessageNotContaining("\n");
    }

    @Test
    void problemsComeInTheOrderOfTheFile() {
        String text = Plans.ZEUES
                .replace("name: version, type: integer", "name: version, type: int")
                .replace("kind: MigrationPlan", "kind: Plan")
                .replace("  headerRow: 1", "  headrRow: 1");

        InvalidPlan invalid = catchThrowableOfType(InvalidPlan.class, () -> PlanReader.readText(text, "plan.yaml"));

        assertThat(invalid.problems()).extracting(PlanProblem::line).hasSize(3).isSorted();
    }

    @ParameterizedTest
    @CsvSource({"'a: [1,', not YAML", "'- 1', expected a mapping", "'', expected a mapping", "'{\"a\":', not YAML"})
    void refusesWhatIsNoPlanAtAll(String text, String message) {
        assertThatThrownBy(() -> PlanReader.readText(text, "plan.yaml"))
                .isInstanceOf(InvalidPlan.class)
                .hasMessageContaining(message);
    }
}
