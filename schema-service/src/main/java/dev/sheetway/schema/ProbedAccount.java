package dev.sheetway.schema;

import dev.sheetway.schema.planner.LivePermit;
import dev.sheetway.wire.Release;
import dev.sheetway.workspace.connection.GoogleSettings;
import dev.sheetway.workspace.google.GoogleAccount;
import dev.sheetway.workspace.probe.PassedProbes;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks for evidence that this release was probed with the account that will write. */
record ProbedAccount(Path directory, Optional<String> account) implements Supplier<LivePermit> {

    static Supplier<LivePermit> of(String source, GoogleSettings settings) {
        return source.equals("google")
                ? new ProbedAccount(settings.probesDir(), settings.account().or(GoogleAccount::ofApplicationDefault))
                : LivePermit.NotNeeded::new;
    }

    @Override
    public LivePermit get() {
        String release = Release.current();
        return account.flatMap(email -> PassedProbes.find(directory, release, email))
                .<LivePermit>map(
                        evidence -> new LivePermit.Given(evidence.getFileName().toString()))
                .orElseGet(() -> new LivePermit.Missing(
                        release, account, directory.toAbsolutePath().toString()));
    }
}
