package dev.sheetway.schema.planner;

import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.contracts.plan.AddTab;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.plan.RenameColumn;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.Effect.CellWrite;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.NumberFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The requests of a batch for people: what each addresses, at its place when the requests before it are done, and what the
 * plan itself says of it. What comes from the sheet is counted, never told.
 */
final class BatchText {
    /** Of equal kind in a row; a conversion has one per block of rows. */
    private static final int IN_A_ROW = 12;

    private static final int MOST = 200;

    private final Map<Integer, String> titles = new HashMap<>();
    private final Optional<AuditTab> audit;
    private final Set<String> texts = new HashSet<>();
    private final Set<CellContent> values = new HashSet<>();

    private BatchText(SheetSnapshot sheet, MigrationPlan plan, List<Effect> effects) {
        titles.put(sheet.tab().sheetId(), sheet.tab().title());
        audit = sheet.audit();
        audit.ifPresent(tab -> titles.put(tab.sheetId(), plan.audit().orElse("")));
        effects.stream()
                .filter(Effect.AddTab.class::isInstance)
                .map(Effect.AddTab.class::cast)
                .forEach(tab -> titles.put(tab.sheetId(), tab.title()));
        Stream.of(
                        plan.addedColumns().stream().map(AddColumn::name),
                        plan.changes(RenameColumn.class).stream().map(RenameColumn::to),
                        plan.changes(AddTab.class).stream().flatMap(tab -> tab.headers().stream()))
                .flatMap(names -> names)
                .forEach(texts::add);
        plan.addedColumns().forEach(column -> InitialValue.of(column).ifPresent(values::add));
    }

    /** One line for each request, neighbours of equal kind beyond a dozen counted together, and the last ones at the end. */
    static List<String> of(SheetSnapshot sheet, MigrationPlan plan, List<Effect> effects) {
        BatchText text = new BatchText(sheet, plan, effects);
        List<String> lines = new ArrayList<>();
        lines.add("addNamedRange: the slot of this step, so that it can happen once only");
        lines.add("createDeveloperMetadata: the record of this step, on the spreadsheet");
        int from = 0;
        while (from < effects.size() && lines.size() < MOST) {
            int to = from;
            while (to < effects.size() && kind(effects, to).equals(kind(effects, from))) {
                to++;
            }
            List<Effect> alike = effects.subList(from, to);
            alike.stream().limit(IN_A_ROW).map(text::line).forEach(lines::add);
            if (alike.size() > IN_A_ROW) {
                lines.add(kind(effects, from) + ": " + (alike.size() - IN_A_ROW) + " more of these");
            }
            from = to;
        }
        if (from < effects.size()) {
            lines.add("and " + (effects.size() - from) + " more requests");
        }
        return lines;
    }

    private static String kind(List<Effect> effects, int index) {
        return PreviewPlanner.kind(effects.get(index));
    }

    private String line(Effect effect) {
        return PreviewPlanner.kind(effect) + ": " + what(effect);
    }

    private String what(Effect effect) {
        return switch (effect) {
            case Effect.InsertColumns e -> columns(e.sheetId(), e.at(), e.at() + e.count());
            case Effect.InsertRows e -> rows(e);
            case Effect.WriteCells e -> written(e);
            case Effect.FillCells e -> range(e.area()) + ", each " + filled(e.cell());
            case Effect.PutCells e -> title(e.sheetId()) + A1.cell(e.row(), e.column()) + ", cells as they were";
            case Effect.SetValidation e ->
                range(e.area()) + ", " + e.rule().map(rule -> "rule " + rule).orElse("no rule");
            case Effect.AnchorColumn e -> columns(e.sheetId(), e.column(), e.column() + 1) + ", our mark";
            case Effect.RemoveMetadata e -> "a mark of ours";
            case Effect.PutSpreadsheetMetadata e -> "on the spreadsheet, " + e.key();
            case Effect.AddTab e ->
                "tab \"" + e.title() + "\", " + e.rows() + " rows x " + e.columns() + " columns"
                        + (e.hidden() ? ", hidden" : "");
            case Effect.CopyCells e -> range(e.from()) + " to " + range(e.to());
            case Effect.CopyRules e -> range(e.from()) + " to " + range(e.to()) + ", rules alone";
            case Effect.RenameTab e -> "tab to \"" + e.title() + "\"";
            case Effect.RetireTab e -> "hide tab as \"" + e.title() + "\"";
            case Effect.DeleteColumns e -> columns(e.sheetId(), e.start(), e.end());
            case Effect.TakeLock e -> "the lock";
            case Effect.ReleaseLock e -> "the lock";
        };
    }

    private String rows(Effect.InsertRows insert) {
        return title(insert.sheetId()) + (insert.at() + 1) + ":" + (insert.at() + insert.count());
    }

    private String written(Effect.WriteCells write) {
        int width = write.rows().stream().mapToInt(List::size).max().orElse(0);
        String place = range(new GridArea(
                write.sheetId(),
                write.row(),
                write.row() + write.rows().size(),
                write.column(),
                write.column() + Math.max(1, width)));
        if (audit.filter(tab -> tab.sheetId() == write.sheetId()).isPresent()) {
            return place + ", the audit row of this step";
        }
        List<CellContent> contents = write.rows().stream()
                .flatMap(List::stream)
                .flatMap(cell -> cell.content().stream())
                .filter(content -> !content.isBlank())
                .toList();
        List<String> said =
                contents.stream().map(CellContent::asText).distinct().toList();
        return texts.containsAll(said) || values.containsAll(contents)
                ? place + ", \"" + String.join("\", \"", said) + "\""
                : place + ", " + contents.size() + " cells, computed from what stands there";
    }

    private String filled(CellWrite cell) {
        List<String> parts = new ArrayList<>();
        cell.content()
                .ifPresent(content -> parts.add(
                        values.contains(content)
                                ? "\"" + content.asText() + "\""
                                : "one value, computed from what stands there"));
        cell.format().map(BatchText::format).ifPresent(parts::add);
        return String.join(", ", parts);
    }

    private static String format(NumberFormat format) {
        return "format " + format.type() + (format.pattern().isEmpty() ? "" : " " + format.pattern());
    }

    private String columns(int sheetId, int start, int end) {
        return title(sheetId) + A1.column(start) + ":" + A1.column(end - 1);
    }

    private String range(GridArea area) {
        return area.endRow() == GridArea.END
                ? columns(area.sheetId(), area.startColumn(), area.endColumn())
                : title(area.sheetId()) + A1.cell(area.startRow(), area.startColumn()) + ":"
                        + A1.cell(area.endRow() - 1, area.endColumn() - 1);
    }

    private String title(int sheetId) {
        return titles.getOrDefault(sheetId, "#" + sheetId) + "!";
    }
}
