package dev.sheetway.schema.planner;

import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.contracts.plan.AddTab;
import dev.sheetway.contracts.plan.Backfill;
import dev.sheetway.contracts.plan.Change;
import dev.sheetway.contracts.plan.ConvertColumn;
import dev.sheetway.contracts.plan.DropColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.plan.RenameColumn;
import dev.sheetway.contracts.plan.SetValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The plan's changes of columns that are there, with the place of each in one header. A change that the sheet shows
 * already (renamed, dropped) is not due and stands in no list.
 */
public final class ColumnChanges {
    /** @param index 0-based, in the header that was read */
    public record Due<C extends Change>(C change, int index, String was) {}

    private final HeaderRow header;
    private final MigrationPlan plan;

    private ColumnChanges(HeaderRow header, MigrationPlan plan) {
        this.header = header;
        this.plan = plan;
    }

    public static ColumnChanges of(HeaderRow header, MigrationPlan plan) {
        return new ColumnChanges(header, plan);
    }

    List<Due<RenameColumn>> renames() {
        return due(RenameColumn.class).stream()
                .filter(due -> HeaderName.same(due.was(), due.change().from()))
                .toList();
    }

    public List<Due<DropColumn>> drops() {
        return due(DropColumn.class);
    }

    public List<Due<ConvertColumn>> conversions() {
        return due(ConvertColumn.class);
    }

    public List<Due<Backfill>> backfills() {
        return due(Backfill.class);
    }

    public List<Due<SetValidation>> validations() {
        return due(SetValidation.class);
    }

    private <C extends Change> List<Due<C>> due(Class<C> kind) {
        List<Due<C>> found = new ArrayList<>();
        for (C change : plan.changes(kind)) {
            position(target(change))
                    .ifPresent(index ->
                            found.add(new Due<>(change, index, header.texts().get(index))));
        }
        return found;
    }

    private static String target(Change change) {
        return switch (change) {
            case AddColumn add -> add.name();
            case RenameColumn rename -> rename.from();
            case DropColumn drop -> drop.name();
            case ConvertColumn convert -> convert.name();
            case Backfill fill -> fill.column();
            case SetValidation validation -> validation.column();
            case AddTab tab -> "";
        };
    }

    /** Where the column stands that the plan calls {@code name}, under its old or its new name. */
    private Optional<Integer> position(String name) {
        return header.positions(name).stream().findFirst().or(() -> plan.changes(RenameColumn.class).stream()
                .flatMap(rename -> HeaderName.same(rename.to(), name)
                        ? header.positions(rename.from()).stream()
                        : HeaderName.same(rename.from(), name)
                                ? header.positions(rename.to()).stream()
                                : java.util.stream.Stream.empty())
                .findFirst());
    }

    /** The header with every due renaming done. */
    HeaderRow renamed() {
        List<String> texts = new ArrayList<>(header.texts());
        renames().forEach(due -> texts.set(due.index(), due.change().to()));
        return new HeaderRow(texts);
    }

    /** {@code column} with the new name of its neighbour. */
    AddColumn placed(AddColumn column) {
        Optional<String> after = column.after().map(name -> renames().stream()
                .filter(due -> HeaderName.same(due.change().from(), name))
                .map(due -> due.change().to())
                .findFirst()
                .orElse(name));
        return new AddColumn(
                column.name(),
                column.type(),
                after,
                column.format(),
                column.pattern(),
                column.description(),
                column.initial(),
                column.adopt());
    }

    /** Whether every renaming and dropping is done; what became of cells cannot be seen in a header. */
    boolean headerDone() {
        return renames().isEmpty()
                && drops().isEmpty()
                && plan.changes(RenameColumn.class).stream()
                        .allMatch(rename -> header.position(rename.to()).isPresent());
    }

    /** Why the header does not allow the changes; empty: it does. */
    Optional<Failure> refusal(Refusals refusals) {
        for (RenameColumn rename : plan.changes(RenameColumn.class)) {
            Optional<Failure> refused = rename(rename, refusals);
            if (refused.isPresent()) {
                return refused;
            }
        }
        for (Change change : plan.changes()) {
            boolean needed =
                    change instanceof ConvertColumn || change instanceof Backfill || change instanceof SetValidation;
            if (needed && position(target(change)).isEmpty()) {
                return Optional.of(refusals.unknownColumn(target(change)));
            }
            Optional<Failure> twice = twice(target(change), refusals);
            if (!(change instanceof AddColumn) && twice.isPresent()) {
                return twice;
            }
        }
        return Optional.empty();
    }

    private Optional<Failure> rename(RenameColumn rename, Refusals refusals) {
        List<Integer> from = header.positions(rename.from());
        List<Integer> to = header.positions(rename.to());
        if (from.isEmpty()) {
            return to.isEmpty() ? Optional.of(refusals.unknownColumn(rename.from())) : twice(rename.to(), refusals);
        }
        return to.isEmpty()
                ? twice(rename.from(), refusals)
                : Optional.of(refusals.renameMeetsColumn(
                        rename.from(),
                        rename.to(),
                        A1.cell(plan.headerRow() - 1, to.getFirst()),
                        header.texts().get(to.getFirst())));
    }

    private Optional<Failure> twice(String name, Refusals refusals) {
        List<Integer> positions = name.isEmpty() ? List.of() : header.positions(name);
        return positions.size() > 1
                ? Optional.of(refusals.duplicateHeader(
                        name,
                        positions.stream()
                                .map(index -> A1.cell(plan.headerRow() - 1, index))
                                .toList()))
                : Optional.empty();
    }
}
