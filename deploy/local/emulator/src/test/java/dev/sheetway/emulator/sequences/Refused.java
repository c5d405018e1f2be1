package dev.sheetway.emulator.sequences;

/** What the reference model refuses; the emulator has to refuse it too. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String why) {
        super(why, null, false, false);
    }

    static void unless(boolean fine, String why) {
        if (!fine) {
            throw new Refused(why);
        }
    }
}
