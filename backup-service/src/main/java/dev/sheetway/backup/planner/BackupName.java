package dev.sheetway.backup.planner;

import dev.sheetway.contracts.plan.MigrationPlan;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names of backups: {@code <title>_v<from>_backup_<UTC time>}. */
public final class BackupName {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private BackupName() {}

    public static String of(String title, MigrationPlan plan, Instant at) {
        return title + "_v" + plan.from() + "_backup_" + TIME.format(at);
    }

    /** Of what stood in a spreadsheet before its backup was put back: {@code <title>_before_restore_<UTC time>}. */
    public static String beforeRestore(String title, MigrationPlan plan, Instant at) {
        return title + "_v" + plan.to() + "_before_restore_" + TIME.format(at);
    }

    /** {@link #of} as the name of a file. */
    public static String file(String title, MigrationPlan plan, Instant at, String distinguisher) {
        return file(of(title, plan, at), distinguisher);
    }

    /**
     * A name as that of a file: characters that some file system refuses become {@code -}.
     *
     * @param distinguisher what keeps two backups of one second apart
     */
    public static String file(String wanted, String distinguisher) {
        String name = wanted.replaceAll("[^\\p{L}\\p{N}._ -]", "-").replaceAll("^[. ]+", "-");
        return tail(name) + "_" + distinguisher + ".jsonl.gz";
    }

    /** 255 bytes are the least that file systems agree on; a character may take four. Never half of a character. */
    private static String tail(String name) {
        int from = Math.max(0, name.length() - 50);
        return name.substring(from < name.length() && Character.isLowSurrogate(name.charAt(from)) ? from + 1 : from);
    }
}
