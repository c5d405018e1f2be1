package dev.sheetway.workspace.probe;

/** An experiment cannot be carried out. */
final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Answer answer;

    private Unanswered(Answer answer) {
        super(answer.note());
        this.answer = answer;
    }

    /** What it needs first was refused. */
    Unanswered(String what, Reply reply) {
        this(Answer.unclear(what + ": " + reply.status() + " " + Words.cleaned(reply.message())));
    }

    /** What it needs first is not as expected. */
    Unanswered(String what) {
        this(Answer.unclear(what));
    }

    /** It needs something that was not given. */
    static Unanswered lacking(String what) {
        return new Unanswered(Answer.notAsked(what));
    }

    Answer answer() {
        return answer;
    }
}
