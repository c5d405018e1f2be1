package dev.sheetway.schema.executor;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.Baselined;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.schema.mark.Marks;
import dev.sheetway.schema.planner.BaselinePlanner;
import dev.sheetway.schema.planner.BaselineScene;
import dev.sheetway.schema.planner.HeaderRow;
import dev.sheetway.schema.planner.Task;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.ColumnKind;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.KindCount;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.TabArea;
import dev.sheetway.workspace.Workbook;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Adopts a sheet: reads its header and the kinds of its columns, anchors them in one batch. Two reads, one write. */
final class BaselineStep {
    private final SheetReader reader;
    private final String source;
    private final Applier applier;

    BaselineStep(SheetReader reader, String source, Applier applier) {
        this.reader = reader;
        this.source = source;
        this.applier = applier;
    }

    /** Answers a second delivery from the record and the anchors that the first one left. */
    Baselined execute(Task task) {
        SpreadsheetId id = task.header().spreadsheetId();
        BaselineScene scene = UnknownSpreadsheet.refused(id, () -> read(task));
        if (scene.marks().record(task.header().effectId()).isPresent()) {
            return earlier(task, scene);
        }
        Baselined made = applier.carryOut(task.header(), BaselinePlanner.plan(scene, task), Baselined.class);
        return made.known().isEmpty() ? earlier(task, read(task)) : made;
    }

    private static Baselined earlier(Task task, BaselineScene scene) {
        String detail = scene.marks().record(task.header().effectId()).orElse("");
        Baselined recorded = Details.decode(detail, Baselined.class);
        return new Baselined(
                recorded.source(), recorded.version(), recorded.columns(), BaselinePlanner.known(scene, task));
    }

    private BaselineScene read(Task task) {
        SpreadsheetId id = task.header().spreadsheetId();
        MigrationPlan plan = task.plan();
        List<String> texts = new ArrayList<>();
        Workbook book = reader.openWith(
                id,
                List.of(TabArea.row(plan.tab(), plan.headerRow() - 1)),
                (area, row, cells) -> {
                    texts.clear();
                    cells.forEach(cell -> texts.add(cell.content().asText()));
                });
        Workbook.Tab tab = book.tab(plan.tab()).orElseThrow(() -> unknownTab(plan, book));
        if (plan.headerRow() > tab.rowCount()) {
            throw headerRowOutside(plan, tab);
        }
        HeaderRow header = new HeaderRow(texts);
        return new BaselineScene(
                id, source, tab, Marks.of(book), header, kinds(id, plan, tab, header), characters(book, tab));
    }

    private List<ColumnKind> kinds(SpreadsheetId id, MigrationPlan plan, Workbook.Tab tab, HeaderRow header) {
        List<KindCount> counts = IntStream.range(0, header.texts().size())
                .mapToObj(column -> new KindCount())
                .toList();
        if (plan.headerRow() < tab.rowCount() && !counts.isEmpty()) {
            GridArea body = new GridArea(tab.sheetId(), plan.headerRow(), tab.rowCount(), 0, counts.size());
            reader.scan(id, body, (area, row, cells) -> count(cells, counts));
        }
        return counts.stream().map(KindCount::most).toList();
    }

    private static void count(List<Cell> cells, List<KindCount> counts) {
        for (int column = 0; column < Math.min(cells.size(), counts.size()); column++) {
            counts.get(column).add(cells.get(column));
        }
    }

    private static int characters(Workbook book, Workbook.Tab tab) {
        return book.metadata().stream()
                .filter(entry -> switch (entry.location()) {
                    case Workbook.Location.OfSpreadsheet whole -> false;
                    case Workbook.Location.OfTab on -> on.sheetId() == tab.sheetId();
                    case Workbook.Location.OfColumn on -> on.sheetId() == tab.sheetId();
                    case Workbook.Location.OfRow on -> on.sheetId() == tab.sheetId();
                })
                .mapToInt(entry -> entry.key().length() + entry.value().length())
                .sum();
    }

    private static StepFailedException unknownTab(MigrationPlan plan, Workbook book) {
        return refused(
                "unknown-tab",
                "tab \"" + plan.tab() + "\" is not in spreadsheet \"" + book.id() + "\": expected one of "
                        + book.tabs().stream()
                                .map(tab -> "\"" + tab.title() + "\"")
                                .collect(Collectors.joining(", ")));
    }

    private static StepFailedException headerRowOutside(MigrationPlan plan, Workbook.Tab tab) {
        return refused(
                "header-row-outside",
                "header row " + plan.headerRow() + " is not in tab \"" + tab.title() + "\": expected 1 to "
                        + tab.rowCount());
    }

    private static StepFailedException refused(String code, String what) {
        return new StepFailedException(
                Failure.of(FailureClass.FAILED, code, what + "; nothing written; correct the request"));
    }
}
