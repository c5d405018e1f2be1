package dev.sheetway.workspace.probe;

import java.util.List;
import java.util.Optional;

/**
 * Something about Google that only a real account can tell.
 *
 * @param id also the name in evidence files
 * @param asks the question, for people
 * @param assumed what the emulator answers by default
 * @param foreseen every answer that the tests of the saga have been run under; {@link #NUMBER} stands for any number
 * @param emulatorSwitch the emulator's setting for it; empty when the emulator knows one answer alone
 */
public record Question(String id, String asks, String assumed, List<String> foreseen, Optional<String> emulatorSwitch) {
    static final String NUMBER = "#";

    public Question {
        foreseen = List.copyOf(foreseen);
    }

    /** The emulator answers as its setting of the same name says. */
    static Question switched(String id, String asks, String assumed, String... others) {
        return new Question(id, asks, assumed, all(assumed, others), Optional.of(id));
    }

    /** The emulator answers as its setting {@code key} says. */
    static Question switchedBy(String key, String id, String asks, String assumed, String... others) {
        return new Question(id, asks, assumed, all(assumed, others), Optional.of(key));
    }

    /** The emulator always gives the assumed answer. */
    static Question fixed(String id, String asks, String assumed, String... others) {
        return new Question(id, asks, assumed, all(assumed, others), Optional.empty());
    }

    public boolean foresees(String value) {
        return foreseen.contains(value) || (foreseen.contains(NUMBER) && value.matches("\\d+"));
    }

    private static List<String> all(String assumed, String... others) {
        List<String> all = new java.util.ArrayList<>(List.of(others));
        all.addFirst(assumed);
        return all;
    }
}
