package dev.sheetway.verify.checks.table;

import dev.sheetway.contracts.event.StepResult.ColumnDigest;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Which columns of the backup must be read to say what differs; usually none. */
public final class Doubts {
    private final LiveTable live;
    private final List<String> liveDigests;

    /** @param liveDigests by live column; a column beyond the list is blank */
    public Doubts(LiveTable live, List<String> liveDigests) {
        this.live = live;
        this.liveDigests = liveDigests;
    }

    /**
     * The columns to read: those whose digest differs, with the key column; all columns when the key column's own digest
     * differs, because rows may have moved. The digest tells a formula that is an error from the same formula that is
     * none, so equal digests mean equal errors too.
     */
    public Optional<Span> toRead() {
        BitSet doubtful = new BitSet();
        live.layout().digests().stream().filter(this::isDoubtful).forEach(digest -> doubtful.set(digest.columnIndex()));
        if (doubtful.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt key = live.layout().backupKeyColumn();
        if (live.layout().expected().needsWholeRows()) {
            return Optional.of(new Span(0, live.layout().backupHeader().width()));
        }
        if (key.isEmpty() || doubtful.get(key.getAsInt()) || live.columns().live(key.getAsInt()) < 0) {
            return Optional.of(new Span(0, live.layout().backupHeader().width()));
        }
        doubtful.set(key.getAsInt());
        return Optional.of(new Span(doubtful.nextSetBit(0), doubtful.length()));
    }

    private boolean isDoubtful(ColumnDigest old) {
        int now = live.columns().live(old.columnIndex());
        if (now < 0) {
            return false;
        }
        return now >= liveDigests.size() || !liveDigests.get(now).equals(old.digest());
    }
}
