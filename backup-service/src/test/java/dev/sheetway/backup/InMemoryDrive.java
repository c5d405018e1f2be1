package dev.sheetway.backup;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.workspace.BackupDrive;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.RowVisitor;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.Workbook;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Spreadsheets of one tab "Orders" in memory, behind both ports; what happens around each call can be scripted. */
final class InMemoryDrive implements SheetReader, BackupDrive {
    private static final int COLUMNS = 4;

    private record Stored(DriveFile file, String[][] cells, Map<String, String> properties) {}

    private final Map<SpreadsheetId, Stored> files = new LinkedHashMap<>();
    private final Map<String, Deque<Runnable>> after = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private int copies;

    void put(SpreadsheetId id, String[][] cells) {
        files.put(id, new Stored(new DriveFile(id, "Book", Instant.EPOCH), cells, Map.of()));
    }

    /** Runs {@code what} once after the next call of that name; several queue up. An exception it throws is the call's. */
    void afterCall(String call, Runnable what) {
        after.computeIfAbsent(call, any -> new ArrayDeque<>()).add(what);
    }

    void write(SpreadsheetId id, int row, int column, String text) {
        files.get(id).cells()[row][column] = text;
    }

    List<String> calls() {
        return List.copyOf(calls);
    }

    List<SpreadsheetId> copies() {
        return files.values().stream()
                .filter(stored -> !stored.properties().isEmpty())
                .map(stored -> stored.file().id())
                .toList();
    }

    Map<String, String> properties(SpreadsheetId id) {
        return files.get(id).properties();
    }

    static GatewayException failure(FailureClass failureClass, String code) {
        return new GatewayException(Failure.of(failureClass, code, code));
    }

    @Override
    public Workbook open(SpreadsheetId id) {
        Stored stored = files.get(id);
        Workbook.Tab tab = new Workbook.Tab(5, "Orders", 0, stored.cells().length, COLUMNS, false, 0, 0, 0);
        Workbook workbook = new Workbook(id, "Book", "en_US", "UTC", List.of(tab), List.of(), List.of());
        called("open");
        return workbook;
    }

    @Override
    public void scan(SpreadsheetId id, GridArea area, RowVisitor visitor) {
        scanAll(id, List.of(area), visitor);
    }

    @Override
    public void scanAll(SpreadsheetId id, List<GridArea> areas, RowVisitor visitor) {
        String[][] cells = files.get(id).cells();
        if (areas.getFirst().endRow() > cells.length) {
            throw failure(FailureClass.RETRYABLE, "outside-grid");
        }
        for (int row = 0; row < cells.length; row++) {
            visitor.row(areas.getFirst(), row, row(cells[row], isCopy(id)));
        }
        called(isCopy(id) ? "scan copy" : "scan original");
    }

    private boolean isCopy(SpreadsheetId id) {
        return !files.get(id).properties().isEmpty();
    }

    private static List<Cell> row(String[] texts, boolean inCopy) {
        return Arrays.stream(texts)
                .map(text -> new Cell(content(text, inCopy), Optional.empty(), Optional.empty()))
                .toList();
    }

    /** A formula shows an error in a copy, as one does that imports from a file that nobody has allowed yet. */
    private static CellContent content(String text, boolean inCopy) {
        if (text.startsWith("=")) {
            return new CellContent.Formula(text, inCopy ? "REF" : "");
        }
        return text.isEmpty() ? CellContent.BLANK : new CellContent.Text(text);
    }

    @Override
    public DriveFile copy(
            SpreadsheetId source, String name, Optional<String> folderId, Map<String, String> appProperties) {
        copies++;
        SpreadsheetId id = new SpreadsheetId("copy-" + copies);
        String[][] cells = files.get(source).cells();
        String[][] cloned = new String[cells.length][];
        for (int row = 0; row < cells.length; row++) {
            cloned[row] = cells[row].clone();
        }
        DriveFile file = new DriveFile(id, name, Instant.ofEpochSecond(copies));
        files.put(id, new Stored(file, cloned, appProperties));
        called("copy");
        return file;
    }

    @Override
    public List<DriveFile> find(String property, String value) {
        List<DriveFile> found = files.values().stream()
                .filter(stored -> value.equals(stored.properties().get(property)))
                .map(Stored::file)
                .toList();
        called("find");
        return found;
    }

    @Override
    public DriveFile get(SpreadsheetId id) {
        called("get");
        return files.get(id).file();
    }

    @Override
    public Optional<DriveEntry> look(SpreadsheetId id) {
        called("look");
        return Optional.ofNullable(files.get(id))
                .map(each -> new DriveEntry(
                        each.file(), each.properties(), false, each.file().createdTime()));
    }

    @Override
    public void trash(SpreadsheetId id) {
        called("trash");
        files.remove(id);
    }

    private void called(String call) {
        calls.add(call);
        Deque<Runnable> scripted = after.get(call);
        if (scripted != null && !scripted.isEmpty()) {
            scripted.poll().run();
        }
    }
}
