package dev.sheetway.orchestrator.saga;

import java.time.Instant;

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

    /** Removes backups as soon as the rollback window has closed, whatever the plan says. */
    public static SagaDecider ignoringTheRetention() {
        return new SagaDecider(new Progression(RetryPolicy.DEFAULT) {
            @Override
            boolean mayRemove(Instant notBefore, Decision decision) {
                return true;
            }
        });
    }
}
