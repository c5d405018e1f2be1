package dev.sheetway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlanWarningsTest {
    private static List<String> paths(String spec) {
        return warnings(spec).stream().map(PlanProblem::path).toList();
    }

    private static String messages(String spec) {
        return warnings(spec).stream().map(PlanProblem::message).collect(Collectors.joining("; "));
    }

    private static List<PlanProblem> warnings(String spec) {
        return PlanWarnings.of(PlanReader.readText("""
                        apiVersion: sheetway.dev/v1
                        kind: MigrationPlan
                        metadata: { name: spools, from: "1", to: "2" }
                        spec: %s
                        """.formatted(spec), "test"));
    }

    @Test
    void aCarefulPlanHasNone() {
        assertThat(paths("""
                        { tab: A, keyColumn: Tag, expect: { columns: 2 }, backup: { fallback: archive },
                          changes: [ { addColumn: { name: version, type: integer, initial: 0 } } ] }""")).isEmpty();
    }

    @Test
    void aRetentionIsNamedBecauseNothingBringsABackupBack() {
        String plan = """
                { tab: A, expect: { columns: 2 }, backup: { fallback: archive, retention: %s },
                  changes: [ { addColumn: { name: version, type: integer } } ] }""";

        assertThat(paths(plan.formatted("P30D"))).containsExactly("/spec/backup/retention");
        assertThat(messages(plan.formatted("P30D")))
                .startsWith("30 days after the rollback window has closed the backups are");
        assertThat(messages(plan.formatted("PT0S")))
                .startsWith("as soon as the rollback window has closed the backups are");
    }

    @Test
    void rowsWithoutABoundAreOnlyOfInterestWhereRowsAreWritten() {
        assertThat(paths("""
                        { tab: A, expect: { columns: 2 }, backup: { fallback: archive },
                          changes: [ { addColumn: { name: version, type: integer, initial: 0 } } ] }""")).containsExactly("/spec/keyColumn");
        assertThat(paths("""
                        { tab: A, expect: { columns: 2 }, backup: { fallback: archive },
                          changes: [ { addColumn: { name: version, type: integer } } ] }""")).isEmpty();
    }

    @Test
    void aColumnThatGoesIsNamedBecausePivotTablesAreNotRead() {
        List<PlanProblem> warnings = PlanWarnings.of(PlanReader.readText("""
                        apiVersion: sheetway.dev/v1
                        kind: MigrationPlan
                        metadata: { name: spools, from: "1", to: "2" }
                        spec: { tab: A, keyColumn: Tag, expect: { columns: 2 }, backup: { fallback: archive },
                          changes: [ { dropColumn: { name: version } }, { dropColumn: { name: Notas } } ] }
                        """, "test"));

        assertThat(warnings)
                .singleElement()
                .extracting(PlanProblem::message)
                .asString()
                .contains("\"version\", \"Notas\"", "pivot tables");
    }

    @Test
    void aPlacementInTheMiddleAGuardAndAFallbackThatLackAreNamed() {
        assertThat(paths("{ tab: A, changes: [ { addColumn: { name: version, type: integer, after: Tag } } ] }"))
                .containsExactly("/spec/changes", "/spec/expect", "/spec/backup/fallback");
    }
}
