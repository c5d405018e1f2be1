package dev.sheetway.contracts.event;

/**
 * Requests to Google, each try counted, also one that was refused or got no answer.
 *
 * @param reads that change nothing, of Sheets and of Drive
 * @param writes that change something or try to, a copy of a file among them
 */
public record Calls(int reads, int writes) {
    public static final Calls NONE = new Calls(0, 0);
    public static final Calls ONE_READ = new Calls(1, 0);
    public static final Calls ONE_WRITE = new Calls(0, 1);

    public Calls {
        if (reads < 0 || writes < 0) {
            throw new IllegalArgumentException("calls: expected no negative number");
        }
    }

    public Calls plus(Calls more) {
        return new Calls(reads + more.reads, writes + more.writes);
    }

    public int total() {
        return reads + writes;
    }

    /** Such as {@code 10 calls (7 reads, 3 writes)}. */
    public String text() {
        return counted(total(), "call") + " (" + counted(reads, "read") + ", " + counted(writes, "write") + ")";
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
