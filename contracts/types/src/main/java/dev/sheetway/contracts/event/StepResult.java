package dev.sheetway.contracts.event;

import dev.sheetway.contracts.check.CheckReport;
import dev.sheetway.contracts.check.Difference;
import dev.sheetway.contracts.check.SmokeReport;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a completed step found or made. No cell value; counts, positions, ids, header texts and digests alone. */
public sealed interface StepResult {

    /** One line for people. */
    String summary();

    /**
     * Which system stands behind an answer: {@code google} or {@code emulator}; evidence is worth what its source is.
     */
    String source();

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /**
     * @param alreadyMigrated the sheet has the plan's target schema, recorded by an earlier migration: nothing to do
     * @param headers texts of the header row, in order, blanks as empty text
     * @param realRows rows with a key
     * @param probe name of the evidence file that permits a live run against Google; empty for the emulator, and for a
     *     run that goes without
     */
    record Opened(
            String source,
            String title,
            int sheetId,
            int gridRows,
            int gridColumns,
            List<String> headers,
            int realRows,
            boolean alreadyMigrated,
            Optional<String> probe)
            implements StepResult {
        public Opened {
            headers = List.copyOf(headers);
            // an older release's record on a sheet has none
            probe = Objects.requireNonNullElse(probe, Optional.empty());
        }

        /** Where no evidence is asked for. */
        public Opened(
                String source,
                String title,
                int sheetId,
                int gridRows,
                int gridColumns,
                List<String> headers,
                int realRows,
                boolean alreadyMigrated) {
            this(source, title, sheetId, gridRows, gridColumns, headers, realRows, alreadyMigrated, Optional.empty());
        }

        /** The same, permitted by {@code evidence}. */
        public Opened permittedBy(Optional<String> evidence) {
            return new Opened(
                    source, title, sheetId, gridRows, gridColumns, headers, realRows, alreadyMigrated, evidence);
        }

        @Override
        public String summary() {
            return alreadyMigrated
                    ? "already migrated: nothing to do"
                    : counted(headers.size(), "column") + ", " + counted(realRows, "real row") + ", lock taken";
        }
    }

    /**
     * @param backupSpreadsheetId of the Drive copy; empty for an archive
     * @param archive location of the archive; empty for a Drive copy
     * @param takenAt when the copy was accepted
     * @param cells number of cells compared
     * @param tabDigests fingerprint of every column of the plan's tab, in column order of the backup
     */
    record BackedUp(
            String source,
            Optional<String> backupSpreadsheetId,
            Optional<String> archive,
            String name,
            Instant takenAt,
            long cells,
            List<ColumnDigest> tabDigests)
            implements StepResult {
        public BackedUp {
            tabDigests = List.copyOf(tabDigests);
        }

        @Override
        public String summary() {
            return "\"" + name + "\", " + cells + " cells equal the original";
        }
    }

    /**
     * @param header text of the header cell
     * @param digest hex SHA-256 over the column's cells as entered
     */
    record ColumnDigest(int columnIndex, String header, long cells, String digest) {}

    /**
     * @param columns the plan's columns where they stand now, in plan order
     * @param columnsBefore number of headers before, {@code columnsAfter} after
     * @param initialisedRows real rows that got initial values in this batch
     * @param changed what was there before and is changed, in plan order
     * @param archive hidden tab with the cells of {@code changed} as they were; empty: no cell had to be kept
     */
    record Expanded(
            String source,
            int sheetId,
            int columnsBefore,
            int columnsAfter,
            List<PlacedColumn> columns,
            int initialisedRows,
            List<Changed> changed,
            Optional<ArchiveTab> archive)
            implements StepResult {
        public Expanded {
            columns = List.copyOf(columns);
            // an older release's record on a sheet has none
            changed = Objects.requireNonNullElse(changed, List.<Changed>of()).stream()
                    .toList();
            archive = Objects.requireNonNullElse(archive, Optional.empty());
        }

        /** Nothing but new columns. */
        public Expanded(
                String source,
                int sheetId,
                int columnsBefore,
                int columnsAfter,
                List<PlacedColumn> columns,
                int initialisedRows) {
            this(source, sheetId, columnsBefore, columnsAfter, columns, initialisedRows, List.of(), Optional.empty());
        }

        @Override
        public String summary() {
            String others = changed.isEmpty()
                    ? ""
                    : ", "
                            + changed.stream()
                                    .map(one -> "\"" + one.was() + "\" "
                                            + one.kind().words())
                                    .collect(Collectors.joining(", "));
            long adopted = columns.stream().filter(PlacedColumn::adopted).count();
            return columnsBefore + " to " + columnsAfter + " columns, "
                    + (adopted == 0 ? "" : adopted + " of the plan's there already, ")
                    + counted(initialisedRows, "row") + " initialised" + others;
        }
    }

    /** What a plan does to something that was there before, or to the spreadsheet. */
    enum ChangeKind {
        RENAMED,
        DROPPED,
        CONVERTED,
        BACKFILLED,
        VALIDATED,
        TAB_ADDED;

        /** As in messages: lower case. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * A column that was there before and is changed, or a tab that was added.
     *
     * @param name header as it is now; of a dropped column as it was; of a tab its title
     * @param was header as it was; of a tab its title
     * @param after header of the column before it, as it was; empty text: none
     * @param index 0-based column right after the batch, of a dropped column where it stood before
     * @param markId developer metadata id of the column's anchor; of a dropped column of the mark on the one before it; of
     *     a tab its sheet id; 0: none
     * @param archiveColumn column of the archive tab with the header and, unless it was renamed alone, the cells as they
     *     were; -1: nothing archived
     * @param writtenColumn column of the archive tab with the cells and rules as written; empty: the one behind, or none
     * @param cells number of cells written
     * @param lostMarks anchors that went with a dropped column, and those of the columns near it
     */
    record Changed(
            ChangeKind kind,
            String name,
            String was,
            String after,
            int index,
            int markId,
            int archiveColumn,
            Optional<Integer> writtenColumn,
            int cells,
            List<LostMark> lostMarks) {
        public Changed {
            writtenColumn = Objects.requireNonNullElse(writtenColumn, Optional.empty());
            lostMarks = Objects.requireNonNullElse(lostMarks, List.<LostMark>of()).stream()
                    .toList();
        }

        /** Whose cells as written, if there are any, stand behind those as they were. */
        public Changed(
                ChangeKind kind,
                String name,
                String was,
                String after,
                int index,
                int markId,
                int archiveColumn,
                int cells,
                List<LostMark> lostMarks) {
            this(kind, name, was, after, index, markId, archiveColumn, Optional.empty(), cells, lostMarks);
        }

        /** Where the cells as written stand, if there are any. */
        public int written() {
            return writtenColumn.orElse(archiveColumn + 1);
        }
    }

    /** Developer metadata of a column, to be put back with it. */
    record LostMark(int id, String key, String value) {}

    /**
     * The hidden tab in which a batch kept cells.
     *
     * @param keyColumn of the tab, with the key column, if the plan names one; empty: the first one
     */
    record ArchiveTab(int sheetId, String title, int rows, Optional<Integer> keyColumn) {
        public ArchiveTab {
            keyColumn = Objects.requireNonNullElse(keyColumn, Optional.empty());
        }

        /** With the keys in its first column. */
        public ArchiveTab(int sheetId, String title, int rows) {
            this(sheetId, title, rows, Optional.empty());
        }

        /** Where the keys stand, if there are any. */
        public int keys() {
            return keyColumn.orElse(0);
        }
    }

    /**
     * @param columnIndex 0-based position right after the batch; people may move it later: follow the anchor
     * @param anchorId developer metadata id of the column's anchor
     * @param adopted it was there already
     */
    record PlacedColumn(String name, int columnIndex, int anchorId, boolean adopted) {}

    record Verified(String source, CheckReport report) implements StepResult {
        @Override
        public String summary() {
            long people = report.differencesBorne();
            return report.passed() + " of " + report.total() + " checks passed"
                    + (people == 0 ? "" : ", differences made by people meanwhile: " + people);
        }
    }

    /** @param rows real rows that were blank and got values; 0 means that no call was made */
    record Initialised(String source, int rows) implements StepResult {
        @Override
        public String summary() {
            return rows + " late rows initialised";
        }
    }

    record SmokeRan(String source, SmokeReport report) implements StepResult {
        @Override
        public String summary() {
            return "suite " + report.version() + ": " + report.summary();
        }
    }

    /** @param version that is recorded on the spreadsheet now */
    record Closed(String source, String version) implements StepResult {
        @Override
        public String summary() {
            return "lock released, schema version " + version + " recorded";
        }
    }

    /**
     * @param deletedColumns names of our columns that were there and were deleted
     * @param archiveTab hidden tab that holds them; empty when there was nothing to delete
     * @param restored columns and tabs that are as before again, by their old names
     * @param kept what was left as it is, because people changed it since or because its row cannot be found again, and
     *     columns of other people that were deleted by mistake and put back; at most
     *     {@value #MOST_KEPT} entries, the last ones with numbers
     */
    record Contracted(
            String source,
            List<String> deletedColumns,
            Optional<String> archiveTab,
            int columnsAfter,
            List<String> restored,
            List<Difference> kept)
            implements StepResult {
        /** The record of the effect stays on the spreadsheet, where Google allows little room. */
        public static final int MOST_KEPT = 50;

        public Contracted {
            deletedColumns = List.copyOf(deletedColumns);
            // an older release's record on a sheet has none
            restored = Objects.requireNonNullElse(restored, List.<String>of()).stream()
                    .toList();
            kept = Objects.requireNonNullElse(kept, List.<Difference>of()).stream()
                    .toList();
        }

        /** Nothing but new columns to undo. */
        public Contracted(String source, List<String> deletedColumns, Optional<String> archiveTab, int columnsAfter) {
            this(source, deletedColumns, archiveTab, columnsAfter, List.of(), List.of());
        }

        /**
         * With {@code more} before what is kept. Where there is no room for all, single places are left out, the last ones
         * first: an entry of a whole column, such as one with a number, stands for more than itself.
         */
        public Contracted keeping(List<Difference> more) {
            List<Difference> all =
                    Stream.concat(more.stream(), kept.stream()).distinct().toList();
            long whole = all.stream().filter(Contracted::isWhole).count();
            List<Difference> single = all.stream()
                    .filter(each -> !isWhole(each))
                    .limit(Math.max(0, MOST_KEPT - whole))
                    .toList();
            List<Difference> kept = all.stream()
                    .filter(each -> isWhole(each) || single.contains(each))
                    .limit(MOST_KEPT)
                    .toList();
            return new Contracted(source, deletedColumns, archiveTab, columnsAfter, restored, kept);
        }

        private static boolean isWhole(Difference each) {
            return each.row() == 0;
        }

        @Override
        public String summary() {
            if (deletedColumns.isEmpty() && restored.isEmpty()) {
                return "nothing of ours was there; forward slots occupied";
            }
            return counted(deletedColumns.size(), "column") + " archived and deleted, "
                    + counted(columnsAfter, "column") + (columnsAfter == 1 ? " remains" : " remain")
                    + (restored.isEmpty()
                            ? ""
                            : ", " + restored.size() + " restored, " + counted(kept.size(), "edited cell") + " kept");
        }
    }

    /**
     * @param cells number of cells compared after the restore; every one equals the backup
     * @param rewritten what was written for that; empty in entries of the first builds
     */
    record Restored(String source, String name, long cells, Optional<Rewritten> rewritten) implements StepResult {
        public Restored(String source, String name, long cells) {
            this(source, name, cells, Optional.empty());
        }

        @Override
        public String summary() {
            return "restored from \"" + name + "\", " + cells + " cells equal the backup"
                    + rewritten.map(Rewritten::words).orElse("");
        }
    }

    /**
     * What a restore overwrote.
     *
     * @param cells that were written
     * @param before where that is kept which stood there, for people; empty when nothing was overwritten
     * @param unlike cells whose formats, note or entered error value could not be put back
     */
    record Rewritten(long cells, List<String> before, int unlike) {
        public Rewritten {
            before = List.copyOf(before);
        }

        String words() {
            return ", " + cells + " were written"
                    + (before.isEmpty() ? "" : "; what stood there before is kept in " + String.join(" and ", before))
                    + (unlike == 0 ? "" : "; " + unlike + " cells look otherwise than in the backup");
        }
    }

    /**
     * Backups that are kept no longer, because the plan says so.
     *
     * @param removed what was removed, for people: a copy lies in Drive's trash, an archive is deleted
     * @param gone what was not in its place any more
     */
    record Removed(String source, List<String> removed, List<String> gone) implements StepResult {
        public Removed {
            removed = List.copyOf(removed);
            gone = List.copyOf(gone);
        }

        @Override
        public String summary() {
            return removed.isEmpty() && gone.isEmpty()
                    ? "nothing removed"
                    : Stream.of(words("removed: ", removed), words("gone before: ", gone))
                            .filter(each -> !each.isEmpty())
                            .collect(Collectors.joining("; "));
        }

        private static String words(String what, List<String> names) {
            return names.isEmpty() ? "" : what + String.join(", ", names);
        }
    }

    /**
     * @param columns number of headers that got an anchor; 0: every one had its anchor and the version stood there, so
     *     nothing was written
     * @param known every column with a header, left to right: what later drift is told against
     * @param probe as in {@link Opened}
     */
    record Baselined(String source, String version, int columns, List<KnownColumn> known, Optional<String> probe)
            implements StepResult {
        public Baselined {
            // the record on the sheet tells of none
            known = Objects.requireNonNullElse(known, List.<KnownColumn>of()).stream()
                    .toList();
            probe = Objects.requireNonNullElse(probe, Optional.empty());
        }

        public Baselined(String source, String version, int columns) {
            this(source, version, columns, List.of(), Optional.empty());
        }

        public Baselined knowing(List<KnownColumn> found) {
            return new Baselined(source, version, columns, found, probe);
        }

        /** The same, permitted by {@code evidence}. */
        public Baselined permittedBy(Optional<String> evidence) {
            return new Baselined(source, version, columns, known, evidence);
        }

        @Override
        public String summary() {
            return columns == 0
                    ? "nothing to do: schema version " + version + " is recorded and every column has its anchor"
                    : counted(columns, "column") + " anchored, schema version " + version + " recorded";
        }
    }

    /**
     * A column as a baseline found it.
     *
     * @param name text of its header
     * @param columnIndex 0-based
     * @param anchorId developer metadata id of its anchor
     * @param kind of most of its cells below the header, in lower case: {@code blank text integer number boolean date
     *     datetime formula error mixed}
     */
    record KnownColumn(String name, int columnIndex, int anchorId, String kind) {}

    /** The checks of a rollback. */
    record RollbackVerified(String source, CheckReport report) implements StepResult {
        @Override
        public String summary() {
            long people = report.differencesBorne();
            return report.passed() + " of " + report.total() + " checks passed"
                    + (people == 0 ? "" : ", differences made by people meanwhile: " + people);
        }
    }

    /**
     * @param headersAfter what the header would be
     * @param requests kinds of the requests of the expand batch, in order, such as {@code insertDimension}
     * @param warnings what is allowed and risky on this sheet, for people
     * @param batch the same requests with what each addresses and what the plan says of it, for people; no cell's content;
     *     empty: there is none, or an older release told the kinds alone
     */
    record Previewed(
            String source,
            List<String> headersBefore,
            List<String> headersAfter,
            List<String> requests,
            int realRows,
            boolean noop,
            List<String> warnings,
            Optional<List<String>> batch)
            implements StepResult {
        public Previewed {
            // an older release warned of nothing
            warnings = Objects.requireNonNullElse(warnings, List.<String>of()).stream()
                    .toList();
            batch = batch == null ? Optional.empty() : batch.map(List::copyOf);
            headersBefore = List.copyOf(headersBefore);
            headersAfter = List.copyOf(headersAfter);
            requests = List.copyOf(requests);
        }

        /** Without a warning, and of each request its kind alone. */
        public Previewed(
                String source,
                List<String> headersBefore,
                List<String> headersAfter,
                List<String> requests,
                int realRows,
                boolean noop) {
            this(source, headersBefore, headersAfter, requests, realRows, noop, List.of(), Optional.empty());
        }

        public Previewed of(List<String> described) {
            return new Previewed(
                    source, headersBefore, headersAfter, requests, realRows, noop, warnings, Optional.of(described));
        }

        public Previewed warning(List<String> found) {
            return new Previewed(source, headersBefore, headersAfter, requests, realRows, noop, found, batch);
        }

        @Override
        public String summary() {
            return noop ? "nothing to do" : headersBefore.size() + " to " + headersAfter.size() + " columns";
        }
    }
}
