package dev.sheetway.workspace.probe;

/** A question and its answer. */
public record Finding(Question question, Answer answer) {

    public boolean asked() {
        return !answer.value().equals(Answer.NOT_ASKED);
    }

    /** Whether the tests of the saga have been run under this answer. */
    public boolean foreseen() {
        return question.foresees(answer.value());
    }

    /** Whether Google does something else than the emulator does by default. */
    public boolean differs() {
        return foreseen() && !answer.value().equals(question.assumed());
    }

    /** What to change in the emulator; empty when nothing. */
    public String advice() {
        if (!asked() || answer.value().equals(question.assumed())) {
            return "";
        }
        return question.emulatorSwitch()
                .map(key -> "change the emulator's default of \"" + key + "\": \"" + question.id()
                        + "\" was found to be " + answer.value() + ", not " + question.assumed())
                .orElse("teach the emulator: \"" + question.id() + "\" was found to be " + answer.value() + ", not "
                        + question.assumed() + ", and it has no switch for that");
    }
}
