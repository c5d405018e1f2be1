package dev.sheetway.workspace.probe;

import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.google.RawGoogle;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Puts every open question to Google, or to the emulator, which makes no difference here. Works in tabs and copies of its
 * own and takes them away at the end, also after a failure; what a killed run left is taken away by the next.
 */
public final class GoogleProbe {
    private GoogleProbe() {}

    /**
     * Blocks for one to three minutes with Google, because it keeps the quota.
     *
     * @param told hears each finding at once
     * @throws NotDisposable when the spreadsheet is not marked as one that nobody needs; nothing was written
     * @throws GatewayException when Google cannot be reached or refuses the credentials, before anything was written
     */
    public static ProbeReport run(RawGoogle google, ProbeOptions options, Consumer<Finding> told, Clock clock) {
        return run(google, options, told, clock, Catalogue.of(options));
    }

    static ProbeReport run(
            RawGoogle google, ProbeOptions options, Consumer<Finding> told, Clock clock, List<Experiment> experiments) {
        Instant begun = clock.instant();
        String run = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        Bench bench = new Bench(google, options.spreadsheet(), run);
        Guard.check(bench, options);
        CleanUp cleanUp = new CleanUp(bench);
        cleanUp.run();
        Set<String> before = cleanUp.inventory();
        List<Finding> findings = new ArrayList<>();
        List<String> left = new ArrayList<>();
        try {
            put(experiments, false, bench, findings, told);
        } finally {
            left.addAll(cleanUp.run());
        }
        left.addAll(cleanUp.addedTo(before));
        put(experiments, true, bench, findings, told);
        return new ProbeReport(
                options.release(),
                google.source(),
                options.account(),
                begun,
                clock.instant(),
                bench.calls(),
                findings,
                left);
    }

    /** @param tiring those that leave no quota to clean up with, or the others */
    private static void put(
            List<Experiment> experiments, boolean tiring, Bench bench, List<Finding> findings, Consumer<Finding> told) {
        for (Experiment experiment : experiments) {
            if (LimitQuestions.isTiring(experiment.question()) == tiring) {
                Finding finding = new Finding(experiment.question(), answer(experiment, bench));
                findings.add(finding);
                told.accept(finding);
            }
        }
    }

    /** A failure of one experiment is its answer: the others go on. */
    private static Answer answer(Experiment experiment, Bench bench) {
        try {
            return experiment.asking().ask(bench);
        } catch (Unanswered first) {
            return first.answer();
        } catch (GatewayException failed) {
            return Answer.unclear("no answer: " + failed.failure().code());
        }
    }
}
