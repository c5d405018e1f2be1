package dev.sheetway.schema.executor;

import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.Baselined;
import dev.sheetway.contracts.event.StepResult.KnownColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.schema.mark.Marks;
import dev.sheetway.schema.planner.BaselinePlanner;
import dev.sheetway.schema.planner.BaselineScene;
import dev.sheetway.schema.planner.HeaderRow;
import dev.sheetway.schema.planner.LivePermit;
import dev.sheetway.schema.planner.Task;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.ColumnKind;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.EffectBatch;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.KindCount;
import dev.sheetway.workspace.SheetWriter;
import dev.sheetway.workspace.TabArea;
import dev.sheetway.workspace.Workbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Adopts a sheet.
 *
 * <p>Phases: 1 read header, anchors and the kinds of the columns; 2 anchor in one batch; 3 read the header again, and
 * where somebody shifted columns in between, put the anchors right in a batch of its own, under the next epoch of the
 * effect. A crash after any phase is repaired by doing all of it again: each batch carries its own slot. Three reads and
 * one write where nobody interferes, two reads where nothing is to be done.
 */
final class BaselineStep {
    private static final int MOST_CORRECTIONS = 3;

    private final SheetWriter sheets;
    private final String source;
    private final Applier applier;

    BaselineStep(SheetWriter sheets, String source, Applier applier) {
        this.sheets = sheets;
        this.source = source;
        this.applier = applier;
    }

    /** Answers a second delivery from the record and the anchors that the first one left. */
    Baselined execute(Task task, LivePermit permit, Command.BaselineSchema command) {
        SpreadsheetId id = task.header().spreadsheetId();
        BaselineScene bare = UnknownSpreadsheet.refused(id, () -> look(task));
        BaselineScene scene = bare.with(kinds(task, bare));
        Optional<String> earlier = scene.marks().record(task.header().effectId());
        Baselined made = earlier.isPresent()
                ? Details.decode(earlier.get(), Baselined.class)
                : applier.carryOut(
                        task.header(),
                        permit.onBaseline(
                                BaselinePlanner.plan(
                                        scene, task, command.abandoned().orElse(List.of())),
                                command.waiver()),
                        Baselined.class);
        return made.knowing(made.columns() == 0 ? BaselinePlanner.known(scene, task) : settled(task, scene));
    }

    private List<KnownColumn> settled(Task task, BaselineScene before) {
        CommandHeader header = task.header();
        BaselineScene now = look(task);
        for (int more = 1; more <= MOST_CORRECTIONS; more++) {
            List<Effect> correction = BaselinePlanner.correction(now, task);
            if (correction.isEmpty()) {
                boolean same = now.header().equals(before.header());
                return BaselinePlanner.known(now.with(same ? before.kinds() : kinds(task, now)), task);
            }
            EffectId next =
                    new EffectId(header.migrationId(), header.step(), header.direction(), header.epoch() + more);
            SchemaLog.anchorsAstray(header, correction.size());
            var unused = sheets.apply(
                    header.spreadsheetId(), new EffectBatch(next, now.tab().sheetId(), correction, "{}"));
            now = look(task);
        }
        throw new StepFailedException(Failure.of(
                FailureClass.PAUSE,
                "columns-keep-moving",
                "columns of tab \"" + now.tab().title() + "\" of spreadsheet \"" + header.spreadsheetId()
                        + "\" were moved during each of " + (1 + MOST_CORRECTIONS)
                        + " attempts to anchor them: expected a moment without; no cell was written; ask people to wait,"
                        + " then cancel and adopt it again"));
    }

    /** Structure, anchors and header in one call. */
    private BaselineScene look(Task task) {
        SpreadsheetId id = task.header().spreadsheetId();
        MigrationPlan plan = task.plan();
        List<String> texts = new ArrayList<>();
        Workbook book =
                sheets.openWith(id, List.of(TabArea.row(plan.tab(), plan.headerRow() - 1)), (area, row, cells) -> {
                    texts.clear();
                    cells.forEach(cell -> texts.add(cell.content().asText()));
                });
        Workbook.Tab tab = book.tab(plan.tab()).orElseThrow(() -> unknownTab(plan, book));
        if (plan.headerRow() > tab.rowCount()) {
            throw headerRowOutside(plan, tab);
        }
        return new BaselineScene(
                id, source, tab, Marks.of(book), new HeaderRow(texts), List.of(), characters(book, tab));
    }

    private List<ColumnKind> kinds(Task task, BaselineScene scene) {
        MigrationPlan plan = task.plan();
        Workbook.Tab tab = scene.tab();
        List<KindCount> counts = IntStream.range(0, scene.header().texts().size())
                .mapToObj(column -> new KindCount())
                .toList();
        if (plan.headerRow() < tab.rowCount() && !counts.isEmpty()) {
            GridArea body = new GridArea(tab.sheetId(), plan.headerRow(), tab.rowCount(), 0, counts.size());
            sheets.scan(scene.spreadsheetId(), body, (area, row, cells) -> count(cells, counts));
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
