package dev.sheetway.schema.planner;

import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.contracts.plan.Expectation;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.schema.mark.RecordedVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every reason not to touch a sheet that can be known before the first write. */
final class Preflight {
    private final SheetSnapshot sheet;
    private final MigrationPlan plan;
    private final Refusals refusals;
    private final List<PlanColumn> columns;

    private Preflight(SheetSnapshot sheet, MigrationPlan plan) {
        this.sheet = sheet;
        this.plan = plan;
        this.refusals = Refusals.of(sheet);
        this.columns = PlanColumn.of(sheet, plan);
    }

    /**
     * The first refusal; empty: the plan may run.
     *
     * @param migrationId whose own lock is no obstacle
     */
    static Optional<Failure> check(SheetSnapshot sheet, MigrationPlan plan, MigrationId migrationId, Limits limits) {
        return locked(sheet, migrationId).or(() -> unlocked(sheet, plan, limits));
    }

    /** The first refusal for another cause than a lock. */
    static Optional<Failure> unlocked(SheetSnapshot sheet, MigrationPlan plan, Limits limits) {
        Preflight preflight = new Preflight(sheet, plan);
        return Stream.<Supplier<Optional<Failure>>>of(
                        preflight::version,
                        preflight::header,
                        preflight::duplicates,
                        preflight::collisions,
                        preflight::drift,
                        preflight::changes,
                        preflight::placement,
                        preflight::initialValues,
                        () -> ChangePreflight.check(sheet, plan),
                        () -> preflight.limits(limits))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A refusal when another migration holds the lock. */
    static Optional<Failure> locked(SheetSnapshot sheet, MigrationId migrationId) {
        return sheet.marks()
                .lockOwner()
                .filter(owner -> !owner.equals(migrationId.toString()))
                .map(owner -> Refusals.of(sheet).locked(owner));
    }

    /** A refusal when another plan led to the version that {@code task}'s leads to. */
    static Optional<Failure> changed(SheetSnapshot sheet, Task task) {
        return sheet.marks()
                .version(task.plan().name())
                .filter(recorded -> recorded.version().equals(task.plan().to()))
                .flatMap(RecordedVersion::checksum)
                .filter(checksum -> !checksum.equals(task.header().planChecksum()))
                .map(checksum -> Refusals.of(sheet)
                        .planChanged(task.plan(), checksum, task.header().planChecksum()));
    }

    private Optional<Failure> version() {
        return sheet.marks()
                .version(plan.name())
                .map(recorded -> recorded.version())
                .filter(version -> !version.equals(plan.from()) && !version.equals(plan.to()))
                .map(version -> refusals.wrongVersion(plan.name(), plan.from(), plan.to(), version));
    }

    private Optional<Failure> header() {
        if (sheet.header().count() == 0) {
            return Optional.of(refusals.emptyHeader(plan.headerRow()));
        }
        return plan.keyColumn()
                .filter(key -> sheet.header().positions(key).isEmpty())
                .map(refusals::missingKeyColumn);
    }

    private Optional<Failure> duplicates() {
        List<AddColumn> added = plan.addedColumns();
        for (int one = 0; one < added.size(); one++) {
            for (AddColumn other : added.subList(one + 1, added.size())) {
                if (HeaderName.same(added.get(one).name(), other.name())) {
                    return Optional.of(
                            refusals.duplicatePlanColumn(added.get(one).name(), other.name()));
                }
            }
        }
        Stream<String> spoken = Stream.concat(
                plan.keyColumn().stream(),
                added.stream().flatMap(column -> Stream.concat(Stream.of(column.name()), column.after().stream())));
        return spoken.filter(name -> sheet.header().positions(name).size() > 1)
                .findFirst()
                .map(name -> refusals.duplicateHeader(
                        name,
                        sheet.header().positions(name).stream().map(this::cell).toList()));
    }

    private Optional<Failure> collisions() {
        return columns.stream()
                .map(found -> found.presence() instanceof PlanColumn.Foreign foreign
                        ? collision(found.column(), foreign)
                        : Optional.<Failure>empty())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Failure> collision(AddColumn column, PlanColumn.Foreign found) {
        int index = found.index();
        if (!found.adoptable()) {
            return Optional.of(refusals.headerExists(
                    column.name(), cell(index), sheet.header().texts().get(index)));
        }
        return sheet.cells(index).kinds().stream()
                .filter(kind -> !kind.fits(column.type()))
                .sorted()
                .findFirst()
                .map(kind -> refusals.wrongType(
                        column.name(), cell(index), column.type().wireName(), kind.words()));
    }

    private Optional<Failure> drift() {
        List<String> headers = headersBefore();
        Optional<Expectation> expect = plan.expect();
        if (expect.isPresent() && expect.get().columns().isPresent()) {
            int found = filled(headers);
            int expected = expect.get().columns().getAsInt();
            // an author who lets a column be adopted may have counted it in the sheet itself
            if (found != expected && found + adoptedOnPurpose() != expected) {
                return Optional.of(refusals.unexpectedColumns(expected, found));
            }
        }
        return expect.map(Expectation::headers)
                .filter(expected -> !expected.isEmpty())
                .flatMap(expected -> HeaderDrift.first(expected, sheet.header(), ours(), plan.headerRow(), refusals));
    }

    private long adoptedOnPurpose() {
        return columns.stream()
                .filter(found -> found.presence() instanceof PlanColumn.Foreign
                        && found.column().adopt())
                .count();
    }

    private static int filled(List<String> headers) {
        return (int) headers.stream().filter(text -> !text.isBlank()).count();
    }

    /** The header without the columns that the plan adds and that are there: {@code expect} speaks of what was before. */
    private List<String> headersBefore() {
        List<Integer> ours = ours();
        List<String> texts = sheet.header().texts();
        return java.util.stream.IntStream.range(0, texts.size())
                .filter(index -> !ours.contains(index))
                .mapToObj(texts::get)
                .toList();
    }

    private List<Integer> ours() {
        return Stream.concat(
                        anchored().stream(),
                        columns.stream()
                                .flatMap(found -> found.presence() instanceof PlanColumn.Foreign foreign
                                                && !expected(found.column())
                                        ? Stream.of(foreign.index())
                                        : Stream.empty()))
                .toList();
    }

    private List<Integer> anchored() {
        return columns.stream()
                .filter(PlanColumn::anchored)
                .map(found -> ((PlanColumn.Anchored) found.presence()).index())
                .toList();
    }

    private boolean expected(AddColumn column) {
        return plan.expect().stream()
                .flatMap(expect -> expect.headers().stream())
                .anyMatch(header -> HeaderName.same(header, column.name()));
    }

    private Optional<Failure> changes() {
        return ColumnChanges.of(sheet.header(), plan).refusal(refusals);
    }

    private Optional<Failure> placement() {
        return Columns.of(sheet.header(), plan, missing())
                .layout()
                .homeless()
                .map(column ->
                        refusals.unknownAfter(column.name(), column.after().orElse("")));
    }

    private Optional<Failure> initialValues() {
        return plan.addedColumns().stream()
                .map(column ->
                        InitialValue.problem(column).map(expected -> refusals.badInitial(column.name(), expected)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Failure> limits(Limits limits) {
        int width = sheet.tab().columnCount() + missing().size();
        if (width > limits.columns()) {
            return Optional.of(refusals.columnLimit(limits.columns(), width));
        }
        long kept = (long) sheet.tab().rowCount() * ChangePreflight.archiveWidth(sheet, plan);
        long cells = sheet.otherCells() + (long) sheet.tab().rowCount() * width + kept;
        return cells > limits.cells() ? Optional.of(refusals.cellLimit(limits.cells(), cells)) : Optional.empty();
    }

    private List<AddColumn> missing() {
        return columns.stream()
                .filter(PlanColumn::missing)
                .map(PlanColumn::column)
                .toList();
    }

    private String cell(int column) {
        return A1.cell(plan.headerRow() - 1, column);
    }
}
