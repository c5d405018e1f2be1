package dev.sheetway.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.schema.planner.LivePermit;
import dev.sheetway.wire.Release;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as evidence is tested where it is read, in the workspace. */
class ProbedAccountTest {
    @TempDir
    Path directory;

    @Test
    void anAccountWithoutEvidenceHasNoPermit() {
        LivePermit permit = new ProbedAccount(directory, Optional.of("a@b.example")).get();

        assertThat(permit)
                .isEqualTo(new LivePermit.Missing(Release.current(), Optional.of("a@b.example"), directory.toString()));
    }

    @Test
    void anUnknownAccountHasNoPermit() {
        assertThat(new ProbedAccount(directory, Optional.empty()).get()).isInstanceOf(LivePermit.Missing.class);
    }

    @Test
    void theReleaseIsThatOfTheBuild() {
        assertThat(Release.current()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
    }
}
