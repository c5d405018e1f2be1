package dev.sheetway.schema.executor;

import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.ArchiveTab;
import dev.sheetway.contracts.event.StepResult.Changed;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.schema.planner.KeptCells;
import dev.sheetway.schema.planner.SheetSnapshot;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.Workbook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the archive tab of an expand batch and the columns that it changed. */
final class KeptReads {
    private static final Cell BLANK = new Cell(CellContent.BLANK, Optional.empty(), Optional.empty());

    private final SheetReader reader;

    KeptReads(SheetReader reader) {
        this.reader = reader;
    }

    /** Two calls; none for a batch that changed nothing that was there. */
    KeptCells read(SheetSnapshot sheet, MigrationPlan plan, Optional<Expanded> expanded) {
        if (expanded.isEmpty() || expanded.get().changed().isEmpty()) {
            return KeptCells.NONE;
        }
        Workbook book = reader.open(sheet.spreadsheetId());
        Set<Integer> tabs = book.tabs().stream().map(Workbook.Tab::sheetId).collect(Collectors.toSet());
        Optional<Integer> key = plan.keyColumn().stream()
                .flatMap(name -> sheet.header().positions(name).stream())
                .findFirst();
        Map<Integer, List<Cell>> archived = expanded.get()
                .archive()
                .map(tab -> columns(sheet, tab(book, tab, sheet), archivedColumns(expanded.get())))
                .orElse(Map.of());
        Set<Integer> live = new TreeSet<>();
        key.ifPresent(live::add);
        expanded.get().changed().stream()
                .flatMap(changed -> sheet.marks().anchor(changed.markId()).stream())
                .filter(anchor -> anchor.sheetId() == sheet.tab().sheetId())
                .forEach(anchor -> live.add(anchor.columnIndex()));
        return new KeptCells(archived, archived.isEmpty() ? Map.of() : columns(sheet, sheet.tab(), live), key, tabs);
    }

    static Set<Integer> archivedColumns(Expanded expanded) {
        Set<Integer> columns = new TreeSet<>();
        columns.add(0);
        for (Changed changed : expanded.changed()) {
            if (changed.archiveColumn() >= 0) {
                columns.add(changed.archiveColumn());
                switch (changed.kind()) {
                    case CONVERTED, BACKFILLED -> columns.add(changed.archiveColumn() + 1);
                    case RENAMED, DROPPED, VALIDATED, TAB_ADDED -> {}
                }
            }
        }
        return columns;
    }

    private static Workbook.Tab tab(Workbook book, ArchiveTab archive, SheetSnapshot sheet) {
        return book.tab(archive.sheetId())
                .orElseThrow(() -> new StepFailedException(Failure.of(
                        FailureClass.PAUSE,
                        "archive-tab-missing",
                        "hidden tab \"" + archive.title() + "\" of spreadsheet \"" + sheet.spreadsheetId()
                                + "\" is gone: expected the cells as they were before the migration; nothing written; bring"
                                + " the tab back from the version history, then resume")));
    }

    private Map<Integer, List<Cell>> columns(SheetSnapshot sheet, Workbook.Tab tab, Set<Integer> wanted) {
        Map<Integer, List<Cell>> columns = new HashMap<>();
        List<GridArea> areas = new ArrayList<>();
        for (int column : wanted) {
            if (column < tab.columnCount()) {
                columns.put(column, new ArrayList<>());
                areas.add(GridArea.columns(tab.sheetId(), tab.rowCount(), column, column + 1));
            }
        }
        if (!areas.isEmpty()) {
            reader.scanAll(sheet.spreadsheetId(), areas, (area, row, cells) -> {
                List<Cell> column = columns.get(area.startColumn());
                if (column != null && !cells.isEmpty()) {
                    while (column.size() < row) {
                        column.add(BLANK);
                    }
                    column.add(cells.getFirst());
                }
            });
        }
        return columns;
    }
}
