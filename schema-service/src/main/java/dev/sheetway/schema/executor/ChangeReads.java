package dev.sheetway.schema.executor;

import dev.sheetway.contracts.plan.AddTab;
import dev.sheetway.contracts.plan.Backfill;
import dev.sheetway.contracts.plan.Change;
import dev.sheetway.contracts.plan.ConvertColumn;
import dev.sheetway.contracts.plan.DropColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.plan.SetValidation;
import dev.sheetway.schema.planner.CellScan;
import dev.sheetway.schema.planner.Findings;
import dev.sheetway.schema.planner.Findings.TabFound;
import dev.sheetway.schema.planner.Referrers;
import dev.sheetway.schema.planner.SheetSnapshot;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.SheetReader.Rows;
import dev.sheetway.workspace.Workbook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what changes of existing cells need to know, and nothing for a plan that only adds columns: the whole table once,
 * in chunks; for columns that go, also the formulas of the other tabs.
 */
final class ChangeReads {
    private final SheetReader reader;

    ChangeReads(SheetReader reader) {
        this.reader = reader;
    }

    /** Whether {@link #complete} reads anything. */
    static boolean needs(MigrationPlan plan) {
        return needsCells(plan) || !plan.changes(AddTab.class).isEmpty();
    }

    private static boolean needsCells(MigrationPlan plan) {
        return !plan.changes(DropColumn.class).isEmpty()
                || !plan.changes(ConvertColumn.class).isEmpty()
                || !plan.changes(Backfill.class).isEmpty()
                || !plan.changes(SetValidation.class).isEmpty();
    }

    SheetSnapshot complete(SheetSnapshot sheet, MigrationPlan plan) {
        boolean drops = !plan.changes(DropColumn.class).isEmpty();
        boolean tabs = !plan.changes(AddTab.class).isEmpty();
        boolean cells = needsCells(plan);
        if (!needs(plan)) {
            return sheet;
        }
        Optional<Workbook> book = drops || tabs ? Optional.of(reader.open(sheet.spreadsheetId())) : Optional.empty();
        Referrers referrers = new Referrers(sheet.tab(), sheet.header(), plan);
        List<Workbook.Tab> others =
                drops ? others(sheet, book.map(Workbook::tabs).orElse(List.of())) : List.of();
        Map<Change, Findings.Cells> found = cells ? cells(sheet, others, plan, referrers) : Map.of();
        if (drops) {
            referrers.names(book.map(Workbook::namedRanges).orElse(List.of()));
            referrers.others(
                    reader.references(sheet.spreadsheetId()),
                    book.map(Workbook::tabs).orElse(List.of()).stream()
                            .collect(Collectors.toMap(Workbook.Tab::sheetId, Workbook.Tab::title)));
        }
        return sheet.with(new Findings(found, referrers.first(), tabs(sheet, plan, book)));
    }

    /** The table and, for columns that go, the other tabs in the same calls. */
    private Map<Change, Findings.Cells> cells(
            SheetSnapshot sheet, List<Workbook.Tab> others, MigrationPlan plan, Referrers referrers) {
        CellScan scan = new CellScan(
                sheet.header(),
                plan,
                sheet.realRows(),
                expression -> Expressions.compile(expression, sheet.header().texts()));
        Map<Integer, Workbook.Tab> tabs = new LinkedHashMap<>();
        Stream.concat(Stream.of(sheet.tab()), others.stream())
                .filter(tab -> tab.rowCount() > 0 && tab.columnCount() > 0)
                .forEach(tab -> tabs.put(tab.sheetId(), tab));
        List<GridArea> areas = tabs.values().stream().map(ChangeReads::all).toList();
        Rows rows = plan.changes(DropColumn.class).isEmpty() ? Rows.WITH_CONTENT : Rows.WITH_ANYTHING;
        if (!areas.isEmpty()) {
            reader.scanAll(sheet.spreadsheetId(), areas, rows, (area, row, cells) -> {
                Workbook.Tab tab = tabs.get(area.sheetId());
                if (area.sheetId() == sheet.tab().sheetId()) {
                    scan.row(row, cells);
                }
                if (tab != null) {
                    referrers.row(tab, row, area.startColumn(), cells);
                }
            });
        }
        return scan.result();
    }

    private static List<Workbook.Tab> others(SheetSnapshot sheet, List<Workbook.Tab> tabs) {
        return tabs.stream()
                .filter(tab -> tab.sheetId() != sheet.tab().sheetId())
                .toList();
    }

    private Map<String, TabFound> tabs(SheetSnapshot sheet, MigrationPlan plan, Optional<Workbook> book) {
        Map<String, TabFound> found = new HashMap<>();
        for (AddTab add : plan.changes(AddTab.class)) {
            book.flatMap(all -> all.tab(add.title())).ifPresent(tab -> {
                List<String> headers = new ArrayList<>();
                if (tab.rowCount() > 0 && tab.columnCount() > 0) {
                    reader.scan(
                            sheet.spreadsheetId(),
                            new GridArea(tab.sheetId(), 0, 1, 0, tab.columnCount()),
                            (area, row, cells) -> cells.forEach(
                                    cell -> headers.add(cell.content().asText())));
                }
                while (!headers.isEmpty() && headers.getLast().isBlank()) {
                    headers.removeLast();
                }
                found.put(add.title(), new TabFound(tab, headers));
            });
        }
        return found;
    }

    private static GridArea all(Workbook.Tab tab) {
        return GridArea.columns(tab.sheetId(), tab.rowCount(), 0, tab.columnCount());
    }
}
