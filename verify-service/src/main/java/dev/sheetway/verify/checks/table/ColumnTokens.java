package dev.sheetway.verify.checks.table;

/** A name for a column that is the same in the backup and in the live table, wherever the column stands in either. */
@FunctionalInterface
interface ColumnTokens {
    long token(int column);

    /** The backup's own columns name themselves. */
    ColumnTokens BACKUP = column -> column;

    /** Live columns are named by their partner in the backup, others by what tells them apart. */
    static ColumnTokens live(Header header, ColumnMatch match) {
        return column -> {
            int backup = match.backup(column);
            return backup >= 0
                    ? backup
                    : Mix.text(Long.MIN_VALUE, header.name(column))
                            ^ (header.name(column).isEmpty() ? column : 0);
        };
    }
}
