package dev.sheetway.schema.planner;

import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.schema.mark.RecordedVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every reason not to adopt a sheet. */
final class BaselinePreflight {
    /** Google keeps this many characters of keys and values for each tab. */
    static final int MOST_MARK_CHARACTERS = 30_000;

    private final BaselineScene scene;
    private final Task task;
    private final String where;

    private BaselinePreflight(BaselineScene scene, Task task) {
        this.scene = scene;
        this.task = task;
        this.where = "tab \"" + scene.tab().title() + "\" of spreadsheet \"" + scene.spreadsheetId() + "\"";
    }

    /**
     * @param leftLocked whether the lock is one that nobody will give back
     * @param newCharacters of the anchors that are to be written
     */
    static Optional<Failure> check(BaselineScene scene, Task task, boolean leftLocked, int newCharacters) {
        BaselinePreflight preflight = new BaselinePreflight(scene, task);
        return Stream.<Supplier<Optional<Failure>>>of(
                        () -> leftLocked ? Optional.empty() : preflight.locked(),
                        preflight::emptyHeader,
                        preflight::duplicates,
                        preflight::otherVersion,
                        preflight::otherSchema,
                        () -> preflight.room(newCharacters))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Failure> locked() {
        return scene.marks()
                .lockOwner()
                .filter(owner -> !owner.equals(task.migrationId().toString()))
                .map(owner ->
                        Refusals.of(scene.tab().title(), scene.spreadsheetId()).locked(owner));
    }

    private Optional<Failure> emptyHeader() {
        boolean named = scene.header().texts().stream()
                .anyMatch(text -> !HeaderName.normalise(text).isEmpty());
        return named
                ? Optional.empty()
                : Optional.of(refuse(
                        "empty-header",
                        "row " + task.plan().headerRow() + " of " + where + " has no header: expected column names",
                        "name the row with --header-row"));
    }

    private Optional<Failure> duplicates() {
        Map<String, List<Integer>> positions = new LinkedHashMap<>();
        for (int index = 0; index < scene.header().texts().size(); index++) {
            String normal = HeaderName.normalise(scene.header().texts().get(index));
            if (!normal.isEmpty()) {
                positions.computeIfAbsent(normal, name -> new ArrayList<>()).add(index);
            }
        }
        return positions.values().stream()
                .filter(found -> found.size() > 1)
                .findFirst()
                .map(found -> Refusals.of(scene.tab().title(), scene.spreadsheetId())
                        .duplicateHeader(
                                scene.header().texts().get(found.getFirst()),
                                found.stream()
                                        .map(index -> A1.cell(task.plan().headerRow() - 1, index))
                                        .toList()));
    }

    private Optional<Failure> otherVersion() {
        return scene.marks()
                .version(task.plan().name())
                .map(RecordedVersion::version)
                .filter(version -> !version.equals(task.plan().to()))
                .map(version -> refuse(
                        "already-versioned",
                        "spreadsheet \"" + scene.spreadsheetId() + "\" has version \"" + version + "\" of schema \""
                                + task.plan().name() + "\": expected none or \""
                                + task.plan().to() + "\"",
                        "give --version " + version + ", or change the schema with a plan"));
    }

    /** Anchors without a version of this name: the tab was adopted or migrated under another one. */
    private Optional<Failure> otherSchema() {
        boolean anchored = scene.marks().anchors().stream()
                .anyMatch(anchor -> anchor.sheetId() == scene.tab().sheetId());
        if (!anchored || scene.marks().version(task.plan().name()).isPresent()) {
            return Optional.empty();
        }
        String known = scene.marks().versions().stream()
                .map(version -> "\"" + version.plan() + "\" " + version.version())
                .collect(Collectors.joining(", "));
        return Optional.of(refuse(
                "already-adopted",
                where + " has columns that another schema anchored, recorded on the spreadsheet: "
                        + (known.isEmpty() ? "none" : known) + "; expected none, or a version of schema \""
                        + task.plan().name() + "\"",
                "name that schema with --name and its version with --version"));
    }

    private Optional<Failure> room(int newCharacters) {
        int needed = scene.markCharacters() + newCharacters;
        return newCharacters == 0 || needed <= MOST_MARK_CHARACTERS
                ? Optional.empty()
                : Optional.of(refuse(
                        "too-many-columns-to-anchor",
                        "the anchors of the " + scene.header().count() + " columns of " + where + " would take "
                                + needed + " characters of developer metadata: expected at most "
                                + MOST_MARK_CHARACTERS + ", as Google keeps for one tab",
                        "migrate without a baseline: columns are then matched by their headers"));
    }

    private static Failure refuse(String code, String what, String remedy) {
        return Failure.of(FailureClass.FAILED, code, what + "; nothing written; " + remedy);
    }
}
