package dev.sheetway.workspace.probe;

/** A question and how it is put. */
record Experiment(Question question, Asking asking) {

    /** Puts one question. */
    @FunctionalInterface
    interface Asking {

        /**
         * @throws Unanswered when what it needs first was refused
         * @throws dev.sheetway.workspace.GatewayException when Google did not answer
         */
        Answer ask(Bench bench);
    }
}
