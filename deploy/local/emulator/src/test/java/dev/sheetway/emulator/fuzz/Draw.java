package dev.sheetway.emulator.fuzz;

import java.util.List;
import java.util.Random;

/** Draws from a seeded source. */
record Draw(Random random) {

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
