package dev.sheetway.orchestrator.saga;

/** Deciders in which one decision is wrong; for the simulation's mutants. */
public final class BrokenDeciders {
    private BrokenDeciders() {}

    /** Never makes an old backup again. */
    public static SagaDecider keepingOldBackups() {
        return new SagaDecider(new Progression(RetryPolicy.DEFAULT) {
            @Override
            boolean backupIsTooOld(Decision decision, Migration migration) {
                return false;
            }
        });
    }
}
