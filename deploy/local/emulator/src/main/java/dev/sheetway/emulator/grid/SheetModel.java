package dev.sheetway.emulator.grid;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.a1.Area;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The structure of one sheet without its cells. Mutable while a transaction works on it; copied before that. */
public final class SheetModel {

    private final int uid;
    private int sheetId;
    private String title;
    private boolean hidden;
    private Axis rows;
    private Axis columns;
    /** The properties that are only stored and shown: colours, frozen counts, grid lines. */
    private ObjectNode look = JsonNodeFactory.instance.objectNode();

    private List<GridBox> merges = new ArrayList<>();
    private List<Protection> protections = new ArrayList<>();
    private List<ConditionalFormat> conditionalFormats = new ArrayList<>();
    private List<Group> rowGroups = new ArrayList<>();
    private List<Group> columnGroups = new ArrayList<>();
    private @Nullable Filter filter;

    public SheetModel(int uid, int sheetId, String title, Axis rows, Axis columns) {
        this.uid = uid;
        this.sheetId = sheetId;
        this.title = title;
        this.rows = rows;
        this.columns = columns;
    }

    /** A copy under another storage id, sharing only what is immutable. */
    public SheetModel copy(int newUid) {
        SheetModel copy = new SheetModel(newUid, sheetId, title, rows, columns);
        copy.hidden = hidden;
        copy.look = look.deepCopy();
        copy.merges = new ArrayList<>(merges);
        copy.protections = new ArrayList<>(protections);
        copy.conditionalFormats = new ArrayList<>(conditionalFormats);
        copy.rowGroups = new ArrayList<>(rowGroups);
        copy.columnGroups = new ArrayList<>(columnGroups);
        copy.filter = filter;
        return copy;
    }

    /** Gives the sheet another id and moves every range that names it. */
    public void renumber(int newSheetId) {
        sheetId = newSheetId;
        merges.replaceAll(box -> box.onSheet(newSheetId));
        protections.replaceAll(p -> new Protection(
                p.id(),
                p.box().onSheet(newSheetId),
                p.open().stream().map(box -> box.onSheet(newSheetId)).toList(),
                p.rest()));
        conditionalFormats.replaceAll(format -> new ConditionalFormat(
                format.boxes().stream().map(box -> box.onSheet(newSheetId)).toList(), format.rule()));
        if (filter != null) {
            filter = new Filter(filter.box().onSheet(newSheetId), filter.rest());
        }
    }

    public Area all() {
        return new Area(0, rows.size(), 0, columns.size());
    }

    public long cellCount() {
        return (long) rows.size() * columns.size();
    }

    public int uid() {
        return uid;
    }

    public int sheetId() {
        return sheetId;
    }

    public String title() {
        return title;
    }

    public void title(String newTitle) {
        title = newTitle;
    }

    public boolean hidden() {
        return hidden;
    }

    public void hidden(boolean isHidden) {
        hidden = isHidden;
    }

    public Axis rows() {
        return rows;
    }

    public void rows(Axis axis) {
        rows = axis;
    }

    public Axis columns() {
        return columns;
    }

    public void columns(Axis axis) {
        columns = axis;
    }

    public Axis axis(boolean ofRows) {
        return ofRows ? rows : columns;
    }

    public void axis(boolean ofRows, Axis axis) {
        if (ofRows) {
            rows = axis;
        } else {
            columns = axis;
        }
    }

    public ObjectNode look() {
        return look;
    }

    public void look(ObjectNode properties) {
        look = properties;
    }

    public int frozenRows() {
        return look.path("frozenRowCount").asInt();
    }

    public int frozenColumns() {
        return look.path("frozenColumnCount").asInt();
    }

    public List<GridBox> merges() {
        return merges;
    }

    public List<Protection> protections() {
        return protections;
    }

    public List<ConditionalFormat> conditionalFormats() {
        return conditionalFormats;
    }

    public List<Group> groups(boolean ofRows) {
        return ofRows ? rowGroups : columnGroups;
    }

    public @Nullable Filter filter() {
        return filter;
    }

    public void filter(@Nullable Filter newFilter) {
        filter = newFilter;
    }
}
