package dev.sheetway.emulator.sheets;

import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;

/** Identifiers that look like Google's. Thread-safe when its generator is. */
public final class Ids {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int FILE_ID_LENGTH = 44;

    private final RandomGenerator random;

    public Ids(RandomGenerator random) {
        this.random = random;
    }

    /** A file id: 44 characters, the first of them 1 [REC]. */
    public String file() {
        StringBuilder id = new StringBuilder("1");
        while (id.length() < FILE_ID_LENGTH) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }

    /** A positive number that is not taken: sheet ids, named range ids, metadata ids [REC for the first two]. */
    public int number(IntPredicate taken) {
        while (true) {
            int candidate = random.nextInt(1, Integer.MAX_VALUE);
            if (!taken.test(candidate)) {
                return candidate;
            }
        }
    }
}
