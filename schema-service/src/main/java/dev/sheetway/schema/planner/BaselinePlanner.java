package dev.sheetway.schema.planner;

import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.StepResult.Baselined;
import dev.sheetway.contracts.event.StepResult.KnownColumn;
import dev.sheetway.schema.mark.Anchor;
import dev.sheetway.schema.mark.RecordedVersion;
import dev.sheetway.workspace.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Anchors on every column that has a header and none yet, and the schema version: developer metadata alone, so no cell,
 * format or size changes, and whatever people do between our read and our batch cannot be hit.
 */
public final class BaselinePlanner {
    private final BaselineScene scene;
    private final Task task;

    private BaselinePlanner(BaselineScene scene, Task task) {
        this.scene = scene;
        this.task = task;
    }

    /**
     * The result names no column yet: it stands in the effect's record, and Google allows little room for those.
     *
     * @param abandoned migrations whose lock nobody will give back: it is removed
     */
    public static Planned<Baselined> plan(BaselineScene scene, Task task, List<MigrationId> abandoned) {
        return new BaselinePlanner(scene, task).decide(scene.marks().isLockOfAny(abandoned));
    }

    private Planned<Baselined> decide(boolean leftLocked) {
        List<Effect> anchors = columns().stream()
                .filter(this::isBare)
                .<Effect>map(this::anchor)
                .toList();
        Optional<Failure> refusal = BaselinePreflight.check(scene, task, leftLocked, characters(anchors));
        if (refusal.isPresent()) {
            return new Planned.Refused<>(refusal.get());
        }
        Baselined result = new Baselined(scene.source(), task.plan().to(), anchors.size());
        if (anchors.isEmpty()) {
            return new Planned.NothingToDo<>(result);
        }
        List<Effect> effects = new ArrayList<>(anchors);
        if (scene.marks().version(task.plan().name()).isEmpty()) {
            effects.add(new Effect.PutSpreadsheetMetadata(
                    Optional.empty(),
                    RecordedVersion.KEY,
                    RecordedVersion.value(task.plan().name(), task.plan().to(), task.migrationId(), Optional.empty())));
        }
        if (leftLocked) {
            effects.add(new Effect.ReleaseLock());
        }
        return new Planned.Write<>(scene.tab().sheetId(), effects, result);
    }

    /** The columns with a header by which they can be told, where they stand; anchored or, after the batch, to be. */
    public static List<KnownColumn> known(BaselineScene scene, Task task) {
        BaselinePlanner planner = new BaselinePlanner(scene, task);
        return planner.columns().stream().map(planner::known).toList();
    }

    /**
     * Takes anchors of this migration off columns that bear another header and anchors those that lack one: between read
     * and batch somebody may have inserted, moved or deleted a column, and a column is addressed by its index. Empty: every
     * anchor stands where it belongs.
     */
    public static List<Effect> correction(BaselineScene scene, Task task) {
        BaselinePlanner planner = new BaselinePlanner(scene, task);
        List<Anchor> astray = planner.astray();
        if (astray.isEmpty()) {
            return List.of();
        }
        List<Effect> effects = new ArrayList<>();
        astray.forEach(anchor -> effects.add(new Effect.RemoveMetadata(anchor.metadataId())));
        planner.columns().stream()
                .filter(column ->
                        planner.isBare(column) || astray.stream().anyMatch(anchor -> anchor.columnIndex() == column))
                .forEach(column -> effects.add(planner.anchor(column)));
        return effects;
    }

    private List<Anchor> astray() {
        return scene.marks().anchors().stream()
                .filter(anchor -> anchor.isOf(task.migrationId())
                        && anchor.sheetId() == scene.tab().sheetId())
                .filter(anchor -> anchor.columnIndex() >= scene.header().texts().size()
                        || !HeaderName.normalise(name(anchor.columnIndex())).equals(anchor.column()))
                .toList();
    }

    private List<Integer> columns() {
        List<String> texts = scene.header().texts();
        return IntStream.range(0, texts.size())
                .filter(index -> !HeaderName.normalise(texts.get(index)).isEmpty())
                .boxed()
                .toList();
    }

    private boolean isBare(int column) {
        return scene.marks().anchorAt(scene.tab().sheetId(), column).isEmpty();
    }

    private String name(int column) {
        return scene.header().texts().get(column);
    }

    private Effect anchor(int column) {
        return new Effect.AnchorColumn(
                scene.tab().sheetId(),
                column,
                Anchor.id(task.migrationId(), name(column)),
                Anchor.KEY,
                Anchor.value(task.migrationId(), name(column), task.plan().to()));
    }

    private KnownColumn known(int column) {
        int anchor = scene.marks()
                .anchorAt(scene.tab().sheetId(), column)
                .map(Anchor::metadataId)
                .orElseGet(() -> Anchor.id(task.migrationId(), name(column)));
        return new KnownColumn(name(column), column, anchor, scene.kind(column).words());
    }

    private static int characters(List<Effect> anchors) {
        return anchors.stream()
                .mapToInt(effect -> effect instanceof Effect.AnchorColumn anchor
                        ? anchor.key().length() + anchor.value().length()
                        : 0)
                .sum();
    }
}
