package dev.sheetway.backup.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.plan.BackupPolicy;
import dev.sheetway.contracts.plan.BackupPolicy.Strategy;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {

    @ParameterizedTest(name = "{0} with fallback {1}: {2}")
    @CsvSource({
        "DRIVE_COPY, , COPY",
        "DRIVE_COPY, DRIVE_COPY, COPY",
        "DRIVE_COPY, ARCHIVE, COPY_ELSE_ARCHIVE",
        "DRIVE_COPY, BOTH, COPY_ELSE_ARCHIVE",
        "ARCHIVE, , ARCHIVE",
        "ARCHIVE, ARCHIVE, ARCHIVE",
        "ARCHIVE, DRIVE_COPY, ARCHIVE_ELSE_COPY",
        "ARCHIVE, BOTH, ARCHIVE_ELSE_COPY",
        "BOTH, , BOTH",
        "BOTH, DRIVE_COPY, BOTH_ELSE_COPY",
        "BOTH, BOTH, BOTH_ELSE_ARCHIVE",
        "BOTH, ARCHIVE, BOTH_ELSE_ARCHIVE",
    })
    void followsThePlansPolicy(Strategy strategy, Strategy fallback, Route expected) {
        // Given
        BackupPolicy policy =
                new BackupPolicy(strategy, Optional.ofNullable(fallback), Optional.empty(), Duration.ofHours(1));

        // Then
        assertThat(Route.of(policy)).isEqualTo(expected);
    }
}
