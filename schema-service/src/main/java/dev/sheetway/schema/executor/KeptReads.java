package dev.sheetway.schema.executor;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.ArchiveTab;
import dev.sheetway.contracts.event.StepResult.Changed;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.contracts.event.StepResult.PlacedColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.schema.mark.Spot;
import dev.sheetway.schema.planner.KeptCells;
import dev.sheetway.schema.planner.SheetSnapshot;
import dev.sheetway.schema.planner.Task;
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
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the archive tab of a batch and the columns that it changed. */
final class KeptReads {
    private static final Cell BLANK = new Cell(CellContent.BLANK, Optional.empty(), Optional.empty());

    private final SheetReader reader;

    KeptReads(SheetReader reader) {
        this.reader = reader;
    }

    /** Three calls: the tabs, what was kept, what stands there now; only the last one where columns were added alone. */
    KeptCells read(SheetSnapshot sheet, Task task, Expanded done) {
        Optional<Workbook> book =
                done.changed().isEmpty() ? Optional.empty() : Optional.of(reader.open(sheet.spreadsheetId()));
        Set<Integer> tabs = book.stream()
                .flatMap(all -> all.tabs().stream())
                .map(Workbook.Tab::sheetId)
                .collect(Collectors.toSet());
        OptionalInt key = keyColumn(sheet, task.plan(), done);
        if (key.isEmpty() && needsRows(done)) {
            task.plan().keyColumn().ifPresent(name -> {
                throw new StepFailedException(keyGone(sheet, name));
            });
        }
        Map<Integer, List<Cell>> archived = book.flatMap(
                        all -> done.archive().map(tab -> archived(all, tab, kept(done, tab))))
                .orElse(Map.of());
        Set<Integer> live = new TreeSet<>();
        key.ifPresent(live::add);
        Stream.concat(
                        done.changed().stream().map(Changed::markId),
                        done.columns().stream()
                                .filter(placed -> !placed.adopted())
                                .map(PlacedColumn::anchorId))
                .flatMap(mark -> sheet.marks().column(sheet.tab().sheetId(), mark).stream())
                .forEach(live::add);
        return new KeptCells(archived, columns(sheet, live), key, tabs);
    }

    private static boolean needsRows(Expanded done) {
        return done.changed().stream().anyMatch(changed -> switch (changed.kind()) {
            case CONVERTED, BACKFILLED, VALIDATED, DROPPED -> true;
            case RENAMED, TAB_ADDED -> false;
        });
    }

    private static Failure keyGone(SheetSnapshot sheet, String name) {
        return Failure.of(
                FailureClass.PAUSE,
                "key-column-gone",
                "key column \"" + name + "\" of tab \"" + sheet.tab().title() + "\" of spreadsheet \""
                        + sheet.spreadsheetId()
                        + "\" is gone: expected it, to find the rows of kept cells again; nothing"
                        + " written; bring it back from the version history, then resume");
    }

    /** By the mark that the batch left on it; where that is gone by its header. */
    private static OptionalInt keyColumn(SheetSnapshot sheet, MigrationPlan plan, Expanded done) {
        return plan.keyColumn()
                .flatMap(name -> done.archive()
                        .flatMap(tab -> sheet.marks().column(sheet.tab().sheetId(), Spot.keyColumn(tab.sheetId())))
                        .or(() -> sheet.header().positions(name).stream().findFirst()))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private Map<Integer, List<Cell>> columns(SheetSnapshot sheet, Set<Integer> wanted) {
        return columns(sheet.spreadsheetId(), sheet.tab(), wanted);
    }

    Map<Integer, List<Cell>> archived(Workbook book, ArchiveTab archive, Set<Integer> wanted) {
        return columns(book.id(), ArchiveTabs.find(book, archive), wanted);
    }

    /** The keys, and of each column what was kept of it. */
    private static Set<Integer> kept(Expanded done, ArchiveTab archive) {
        Set<Integer> kept = new TreeSet<>(Set.of(archive.keys()));
        done.changed().stream()
                .filter(changed -> changed.archiveColumn() >= 0)
                .forEach(changed -> kept.addAll(List.of(changed.archiveColumn(), changed.written())));
        return kept;
    }

    private Map<Integer, List<Cell>> columns(SpreadsheetId id, Workbook.Tab tab, Set<Integer> wanted) {
        Map<Integer, List<Cell>> columns = new HashMap<>();
        List<GridArea> areas = new ArrayList<>();
        for (int column : wanted) {
            if (column < tab.columnCount() && tab.rowCount() > 0) {
                columns.put(column, new ArrayList<>());
                areas.add(GridArea.columns(tab.sheetId(), tab.rowCount(), column, column + 1));
            }
        }
        if (!areas.isEmpty()) {
            // what a copied formula shows is of no concern
            reader.scanAll(id, areas, SheetReader.Rows.WITHOUT_RESULTS, (area, row, cells) -> {
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
