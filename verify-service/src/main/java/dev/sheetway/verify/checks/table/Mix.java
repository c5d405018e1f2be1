package dev.sheetway.verify.checks.table;

/** 64-bit hashing; good enough to tell two cells apart, not against somebody who wants a collision. */
final class Mix {
    private Mix() {}

    static long of(long state, long value) {
        long mixed = (state ^ value) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return mixed ^ (mixed >>> 29);
    }

    static long text(long state, CharSequence text) {
        long mixed = of(state, text.length());
        for (int i = 0; i < text.length(); i++) {
            mixed = (mixed ^ text.charAt(i)) * 0x100000001B3L;
            mixed ^= mixed >>> 31;
        }
        return of(mixed, 0x5EEDL);
    }
}
