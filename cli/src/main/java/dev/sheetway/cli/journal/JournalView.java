package dev.sheetway.cli.journal;

import dev.sheetway.contracts.MigrationId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entries of the journal, sorted by the migration that they are about; add them in the order of the log. */
public final class JournalView {
    private final Map<MigrationId, List<Recorded>> entries = new LinkedHashMap<>();

    public void add(Recorded recorded) {
        entries.computeIfAbsent(recorded.entry().header().migrationId(), id -> new ArrayList<>())
                .add(recorded);
    }

    public Optional<MigrationView> migration(MigrationId id) {
        return Optional.ofNullable(entries.get(id)).map(MigrationView::of);
    }

    /** All of them, previews and rejected requests too, oldest first. */
    public List<MigrationView> migrations() {
        return entries.values().stream()
                .map(MigrationView::of)
                .sorted(java.util.Comparator.comparing(MigrationView::since))
                .toList();
    }

    /** Those whose id begins with {@code prefix}. */
    public List<MigrationView> startingWith(String prefix) {
        return migrations().stream()
                .filter(migration -> migration.id().toString().startsWith(prefix))
                .toList();
    }
}
