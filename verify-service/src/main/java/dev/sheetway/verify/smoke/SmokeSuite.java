package dev.sheetway.verify.smoke;

import dev.sheetway.contracts.check.SmokeReport;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.plan.SmokeAssertion;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.RowVisitor;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/**
 * Runs the suite of one schema version over a table's rows, delivered in ascending order from column A on. The plan's
 * suite; when it has none for the version, what the plan itself says ({@link DerivedAssertions}).
 *
 * <p>Header scope is evaluated once all rows are known, row scope for every real row. An assertion over rows fails when
 * there is no real row: a suite that tested nothing must not pass.
 */
public final class SmokeSuite implements RowVisitor {
    private final MigrationPlan plan;
    private final String version;
    private final List<AssertionRun> runs;
    private List<String> header = List.of();
    private Map<String, Integer> columns = Map.of();
    private OptionalInt keyColumn = OptionalInt.empty();
    private long realRows;

    /** @param nanoClock for the durations of results */
    public SmokeSuite(MigrationPlan plan, String version, LongSupplier nanoClock) {
        this.plan = plan;
        this.version = version;
        List<SmokeAssertion> suite = plan.smokeFor(version);
        this.runs = (suite.isEmpty() ? DerivedAssertions.of(plan, version) : suite)
                .stream()
                        .map(assertion -> new AssertionRun(assertion, nanoClock))
                        .toList();
    }

    @Override
    public void row(GridArea area, int row, List<Cell> cells) {
        if (row == plan.headerRow() - 1) {
            header = cells.stream().map(cell -> cell.content().asText()).toList();
            columns = SmokeRow.columns(header);
            keyColumn = plan.keyColumn()
                    .map(dev.sheetway.contracts.HeaderName::normalise)
                    .filter(columns::containsKey)
                    .map(name -> OptionalInt.of(columns.getOrDefault(name, 0)))
                    .orElse(OptionalInt.empty());
        } else if (row >= plan.headerRow() && isReal(cells)) {
            realRows++;
            SmokeRow values = SmokeRow.of(columns, cells);
            runs.stream().filter(AssertionRun::isOverRows).forEach(run -> run.evaluate(row + 1, Map.of("row", values)));
        }
    }

    private boolean isReal(List<Cell> cells) {
        if (plan.keyColumn().isEmpty()) {
            return cells.stream().anyMatch(cell -> !cell.content().isBlank());
        }
        return keyColumn.isPresent()
                && keyColumn.getAsInt() < cells.size()
                && !cells.get(keyColumn.getAsInt()).content().asText().isBlank();
    }

    /** To be called when all rows were delivered. */
    public SmokeReport report() {
        List<String> texts = header.stream().filter(text -> !text.isBlank()).toList();
        Map<String, Object> variables = Map.of("header", texts, "columns", (long) texts.size(), "rows", realRows);
        runs.stream().filter(run -> !run.isOverRows()).forEach(run -> run.evaluate(0, variables));
        return new SmokeReport(version, runs.stream().map(AssertionRun::result).toList());
    }

    public long realRows() {
        return realRows;
    }
}
