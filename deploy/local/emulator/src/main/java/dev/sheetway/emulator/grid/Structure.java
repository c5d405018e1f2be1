package dev.sheetway.emulator.grid;

import dev.sheetway.emulator.formula.AxisChange;
import dev.sheetway.emulator.formula.ReferenceShift;
import dev.sheetway.emulator.formula.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes of structure and everything that moves along with them: formulas, named ranges, merges, protections, metadata. */
public final class Structure {

    private final SpreadsheetModel model;
    private final Cells cells;

    public Structure(SpreadsheetModel model, Cells cells) {
        this.model = model;
        this.cells = cells;
    }

    /** Changes an axis of a sheet. The caller has checked that the indexes are inside. */
    public void change(SheetModel sheet, AxisChange change) {
        boolean rows = change.rows();
        Axis axis = sheet.axis(rows);
        Axis changed =
                switch (change) {
                    case AxisChange.Inserted inserted -> axis.insert(inserted.index(), inserted.count());
                    case AxisChange.Deleted deleted -> axis.delete(deleted.index(), deleted.count());
                    case AxisChange.Moved moved -> axis.move(moved.from(), moved.count(), moved.destination());
                };
        if (change instanceof AxisChange.Deleted deleted) {
            dropDeleted(sheet, deleted, axis);
        }
        sheet.axis(rows, changed);
        shiftRanges(sheet, change);
        String title = sheet.title();
        rewriteFormulas((home, formula) -> ReferenceShift.axis(formula, home, title, change));
    }

    private void dropDeleted(SheetModel sheet, AxisChange.Deleted deleted, Axis before) {
        for (int i = deleted.index(); i < deleted.index() + deleted.count(); i++) {
            int id = before.id(i);
            if (deleted.rows()) {
                cells.put(sheet.uid(), id, Row.EMPTY);
            }
            model.metadata()
                    .values()
                    .removeIf(entry -> entry.place() instanceof Metadata.Place.OnDimension on
                            && on.sheetId() == sheet.sheetId()
                            && on.rows() == deleted.rows()
                            && on.dimensionId() == id);
        }
    }

    private void shiftRanges(SheetModel sheet, AxisChange change) {
        shift(sheet.merges(), change);
        sheet.merges().removeIf(box -> {
            var area = box.area(sheet.rows().size(), sheet.columns().size());
            return area.rows() * area.columns() < 2;
        });
        List<Protection> protections = new ArrayList<>();
        for (Protection protection : sheet.protections()) {
            GridBox box = protection.box().shifted(change);
            if (box != null) {
                protections.add(
                        new Protection(protection.id(), box, shifted(protection.open(), change), protection.rest()));
            }
        }
        sheet.protections().clear();
        sheet.protections().addAll(protections);
        List<ConditionalFormat> formats = new ArrayList<>();
        for (ConditionalFormat format : sheet.conditionalFormats()) {
            List<GridBox> boxes = shifted(format.boxes(), change);
            if (!boxes.isEmpty()) {
                formats.add(new ConditionalFormat(boxes, format.rule()));
            }
        }
        sheet.conditionalFormats().clear();
        sheet.conditionalFormats().addAll(formats);
        Filter filter = sheet.filter();
        if (filter != null) {
            GridBox box = filter.box().shifted(change);
            sheet.filter(box == null ? null : new Filter(box, filter.rest()));
        }
        shiftGroups(sheet.groups(change.rows()), change);
        for (Map.Entry<String, NamedRange> entry : model.namedRanges().entrySet()) {
            GridBox box = entry.getValue().box();
            if (box != null && box.sheetId() == sheet.sheetId()) {
                entry.setValue(entry.getValue().at(box.shifted(change)));
            }
        }
    }

    private static void shift(List<GridBox> boxes, AxisChange change) {
        List<GridBox> moved = shifted(boxes, change);
        boxes.clear();
        boxes.addAll(moved);
    }

    private static List<GridBox> shifted(List<GridBox> boxes, AxisChange change) {
        List<GridBox> moved = new ArrayList<>();
        for (GridBox box : boxes) {
            GridBox shifted = box.shifted(change);
            if (shifted != null) {
                moved.add(shifted);
            }
        }
        return moved;
    }

    private static void shiftGroups(List<Group> groups, AxisChange change) {
        List<Group> moved = new ArrayList<>();
        for (Group group : groups) {
            @Nullable Span span = change.apply(new Span(group.start(), group.end()));
            if (span != null) {
                moved.add(new Group(span.start(), span.end(), group.depth(), group.collapsed()));
            }
        }
        groups.clear();
        groups.addAll(moved);
    }

    /** Removes a sheet with everything that points to it. */
    public void deleteSheet(SheetModel sheet) {
        model.sheets().remove(sheet);
        cells.dropSheet(sheet.uid());
        model.metadata().values().removeIf(entry -> switch (entry.place()) {
            case Metadata.Place.Whole whole -> false;
            case Metadata.Place.OnSheet on -> on.sheetId() == sheet.sheetId();
            case Metadata.Place.OnDimension on -> on.sheetId() == sheet.sheetId();
        });
        for (Map.Entry<String, NamedRange> entry : model.namedRanges().entrySet()) {
            GridBox box = entry.getValue().box();
            if (box != null && box.sheetId() == sheet.sheetId()) {
                entry.setValue(entry.getValue().at(null));
            }
        }
        rewriteFormulas((home, formula) -> ReferenceShift.sheetDeleted(formula, sheet.title()));
    }

    /** Renames a sheet; formulas follow. */
    public void rename(SheetModel sheet, String title) {
        String before = sheet.title();
        sheet.title(title);
        rewriteFormulas((home, formula) -> ReferenceShift.sheetRenamed(formula, before, title));
    }

    /** Rewrites every formula; only rows that hold one are read. */
    private void rewriteFormulas(BinaryOperator<String> change) {
        for (SheetModel sheet : model.sheets()) {
            for (int rowId : cells.formulaRows(sheet.uid())) {
                if (!sheet.rows().contains(rowId)) {
                    continue;
                }
                Row row = cells.row(sheet.uid(), rowId);
                Row rewritten = row.map((column, cell) -> cell.formula() == null
                        ? cell
                        : cell.withShiftedFormula(change.apply(sheet.title(), cell.formula())));
                if (rewritten != row) {
                    cells.put(sheet.uid(), rowId, rewritten);
                }
            }
        }
    }
}
