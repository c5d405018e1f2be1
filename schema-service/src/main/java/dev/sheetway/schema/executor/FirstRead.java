package dev.sheetway.schema.executor;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.StepResult.PlacedColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.schema.planner.AuditTab;
import dev.sheetway.schema.planner.ColumnCells;
import dev.sheetway.schema.planner.HeaderRow;
import dev.sheetway.schema.planner.InitialisePlanner;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.TabArea;
import dev.sheetway.workspace.Workbook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The one call that most commands get by with: structure, header row, and columns where they probably stand. */
final class FirstRead {
    private final MigrationPlan plan;
    private final TabArea header;
    private final Optional<TabArea> audit;
    private final Map<Integer, ColumnCollector> columns = new TreeMap<>();
    private final List<String> texts = new ArrayList<>();
    private int lastAuditRow = -1;

    private FirstRead(MigrationPlan plan, Wish wish) {
        this.plan = plan;
        this.header = TabArea.row(plan.tab(), plan.headerRow() - 1);
        this.audit = plan.audit().flatMap(tab -> switch (wish.audit()) {
            case NOTHING -> Optional.empty();
            case LAST_ROW, LAST_ROW_IF_THERE -> Optional.of(TabArea.columns(tab, 0, AuditTab.COLUMNS));
        });
        wish.keyColumn().ifPresent(this::expect);
        wish.expanded().ifPresent(expanded -> plan.addedColumns().stream()
                .filter(column -> column.initial().isPresent())
                .flatMap(column -> InitialisePlanner.placed(column, expanded).stream())
                .map(PlacedColumn::columnIndex)
                .forEach(this::expect));
    }

    /** What came back. */
    record Answer(Workbook book, HeaderRow header, Map<Integer, ColumnCells> columns, int lastAuditRow) {}

    static Answer read(SheetReader reader, SpreadsheetId id, MigrationPlan plan, Wish wish) {
        FirstRead read = new FirstRead(plan, wish);
        Workbook book = reader.openWith(id, read.areas(), read::row);
        Map<Integer, ColumnCells> columns = new TreeMap<>();
        read.columns.forEach((index, collector) -> columns.put(index, collector.cells()));
        return new Answer(book, new HeaderRow(read.texts), columns, read.lastAuditRow);
    }

    private void expect(int column) {
        columns.put(column, new ColumnCollector(plan.headerRow()));
    }

    private List<TabArea> areas() {
        List<TabArea> areas = new ArrayList<>();
        areas.add(header);
        columns.keySet().forEach(column -> areas.add(TabArea.columns(plan.tab(), column, column + 1)));
        audit.ifPresent(areas::add);
        return areas;
    }

    private void row(TabArea area, int row, List<Cell> cells) {
        if (audit.isPresent() && area.equals(audit.get())) {
            if (cells.stream().anyMatch(cell -> !cell.content().isBlank())) {
                lastAuditRow = Math.max(lastAuditRow, row);
            }
        } else if (area.equals(header)) {
            texts.addAll(Collections.nCopies(Math.max(0, cells.size() - texts.size()), ""));
            for (int index = 0; index < cells.size(); index++) {
                texts.set(index, cells.get(index).content().asText());
            }
        } else {
            ColumnCollector collector = columns.get(area.startColumn());
            if (collector != null && !cells.isEmpty()) {
                collector.cell(row, cells.getFirst());
            }
        }
    }
}
