package dev.sheetway.schema.planner;

import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.event.StepResult.Baselined;
import dev.sheetway.contracts.event.StepResult.Opened;
import dev.sheetway.contracts.request.Waiver;
import java.util.Optional;
import java.util.function.BiFunction;

/** Whether a live run may begin: against Google, only with evidence of how this account's Google answers. */
public sealed interface LivePermit {

    /** The emulator: nothing real can be lost. */
    record NotNeeded() implements LivePermit {}

    /** @param evidence name of the file that {@code doctor --probe-google} wrote */
    record Given(String evidence) implements LivePermit {}

    /**
     * @param release of Sheetway
     * @param account e-mail address; empty when it is not known
     * @param directory where evidence was looked for
     */
    record Missing(String release, Optional<String> account, String directory) implements LivePermit {

        private Failure failure() {
            String who = account.map(email -> "account " + email)
                    .orElse("these credentials, whose account is not known (set sheetway.google.account)");
            return Failure.of(
                    FailureClass.FAILED,
                    "unprobed",
                    "release " + release + " was not probed with " + who
                            + ": expected evidence of a probe that passed in \""
                            + directory + "\"; nothing written; run ./sheetway doctor --probe-google, or go without it"
                            + " by --unprobed (\"unprobed\": true in the request)");
        }
    }

    /** {@code planned} where the run may begin or writes nothing; what permits it stands in its result. */
    default Planned<Opened> on(Planned<Opened> planned, Optional<Waiver> waiver) {
        return on(planned, waiver, Opened::permittedBy);
    }

    /** The same for a baseline, which writes to the live sheet too. */
    default Planned<Baselined> onBaseline(Planned<Baselined> planned, Optional<Waiver> waiver) {
        return on(planned, waiver, Baselined::permittedBy);
    }

    private <R extends StepResult> Planned<R> on(
            Planned<R> planned, Optional<Waiver> waiver, BiFunction<R, Optional<String>, R> permitted) {
        if (!(planned instanceof Planned.Write<R>(int slotSheetId, var effects, R result, var undo))) {
            return planned;
        }
        return switch (this) {
            case NotNeeded emulator -> planned;
            case Given(String evidence) ->
                new Planned.Write<>(slotSheetId, effects, permitted.apply(result, Optional.of(evidence)), undo);
            case Missing missing ->
                waiver.equals(Optional.of(Waiver.UNPROBED)) ? planned : new Planned.Refused<>(missing.failure());
        };
    }
}
