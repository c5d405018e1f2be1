package dev.sheetway.orchestrator.saga.simulation;

import dev.sheetway.orchestrator.saga.BrokenDeciders;
import java.util.function.Supplier;

/** Planted bugs, each with the seed of a schedule that catches it. */
enum Mutant {
    SLOT_DROPPED(0, BrokenServices.NoSlot::new),
    RECORD_WITHOUT_SLOT(47, BrokenServices.RecordWithoutSlot::new),
    SLOT_WITHOUT_RECORD(0, BrokenServices.SlotWithoutRecord::new),
    ATTEMPT_IN_THE_EFFECT_ID(47, BrokenServices.AttemptInTheEffect::new),
    SLOTS_FREED_AT_THE_END(92, BrokenServices.SlotsFreedAtTheEnd::new),
    ACK_BEFORE_EVENT(0, BrokenServices.AcksFirst::new),
    APPEND_INSTEAD_OF_INSERT(115, BrokenServices.AppendsInsteadOfInserting::new),
    DROPPED_COLUMNS_NOT_ARCHIVED(47, BrokenServices.DoesNotArchive::new),
    COLUMNS_DELETED_BY_PLACE(141, BrokenServices.DeletesByPlace::new),
    ROLLBACK_WITHOUT_FENCE(146, BrokenServices.DoesNotFence::new),
    LATE_LOCK_NOT_FENCED(146, BrokenServices.ClosesWithoutFencingTheLock::new),
    LOCK_NOT_TAKEN(0, BrokenServices.TakesNoLock::new),
    LOCK_NOT_RELEASED(0, BrokenServices.KeepsTheLock::new),
    WALL_CLOCK_USED(BrokenSagas.WallClock::new, 0),
    CLOCK_SET_BACK_UNSEEN(BrokenSagas.ClockSetBackUnseen::new, 119),
    KEYED_BY_MIGRATION(BrokenSagas.KeyedByMigration::new, 0),
    FAILED_STEP_NOT_COMPENSATED(BrokenSagas.FailedStepNotCompensated::new, 1134),
    OLD_REQUESTS_ACCEPTED(BrokenSagas.OldRequestsAccepted::new, 170),
    ANY_ATTEMPT_ANSWERS(BrokenSagas.AnyAttemptAnswers::new, 0),
    DRIFT_ROLLS_BACK(BrokenSagas.DriftRollsBack::new, 62),
    STATE_OUTSIDE_THE_JOURNAL(BrokenSagas.HiddenMemory::new, 0),
    DEADLINES_FORGOTTEN(BrokenSagas.DeadlinesForgotten::new, 248),
    OLD_BACKUP_KEPT(() -> new Saga(BrokenDeciders.keepingOldBackups()), 3),
    RESTORE_WITHOUT_FENCE(BrokenServices.RestoresWithoutFencing::new, RestoreSchedule::new, 10),
    RESTORE_WITHOUT_SLOT(BrokenServices.RestoresWithoutSlot::new, RestoreSchedule::new, 30),
    BACKUPS_REMOVED_AT_COMPLETION(BrokenSagas.BackupsRemovedAtCompletion::new, 3, RetentionSchedule::new),
    RETENTION_IGNORED(() -> new Saga(BrokenDeciders.ignoringTheRetention()), 3, RetentionSchedule::new),
    BACKUPS_REMOVED_BY_A_CLOCK_AHEAD(BrokenServices.RemovesWithoutLookingAtTheClock::new, RetentionSchedule::new, 14);

    /** Which kind of run it is. */
    private interface Kind {
        Schedule of(long seed, Saga saga, ServiceRules rules);
    }

    private final long seed;
    private final Kind kind;
    private final Supplier<Saga> saga;
    private final Supplier<ServiceRules> services;

    Mutant(long seed, Supplier<ServiceRules> services) {
        this(services, Schedule::new, seed);
    }

    Mutant(Supplier<ServiceRules> services, Kind kind, long seed) {
        this.seed = seed;
        this.kind = kind;
        this.saga = Saga::new;
        this.services = services;
    }

    Mutant(Supplier<Saga> saga, long seed) {
        this(saga, seed, Schedule::new);
    }

    Mutant(Supplier<Saga> saga, long seed, Kind kind) {
        this.seed = seed;
        this.kind = kind;
        this.saga = saga;
        this.services = ServiceRules::new;
    }

    long seed() {
        return seed;
    }

    Schedule schedule(long withSeed) {
        return kind.of(withSeed, saga.get(), services.get());
    }

    /** The same run with nothing broken. */
    Schedule sound() {
        return kind.of(seed, new Saga(), new ServiceRules());
    }
}
