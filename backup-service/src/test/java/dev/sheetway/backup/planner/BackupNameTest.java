package dev.sheetway.backup.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.backup.TestCommands;
import dev.sheetway.contracts.plan.MigrationPlan;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BackupNameTest {
    private static final MigrationPlan PLAN = TestCommands.plan("Orders", "{}", "");
    private static final Instant AT = Instant.parse("2026-11-22T07:08:09.999Z");

    @Test
    void namesTheTitleTheVersionBeforeAndTheTimeInUtc() {
        assertThat(BackupName.of("Spools", PLAN, AT)).isEqualTo("Spools_v2.1_backup_20261122T070809Z");
    }

    @Test
    void aFileNameHasNothingThatAFileSystemRefusesAndStaysInItsDirectory() {
        assertThat(BackupName.file("../../a/b:c*\u0000", PLAN, AT, "ab12cd34"))
                .isEqualTo("--..-a-b-c--_v2.1_backup_20261122T070809Z_ab12cd34.jsonl.gz");
    }

    @Test
    void aFileNameIsShortEnoughHoweverLongTheTitleAndKeepsItsTime() {
        // When
        // a letter of two chars, so that cutting anywhere may halve one
        String name = BackupName.file("a" + "\uD840\uDC00".repeat(300), PLAN, AT, "ab12cd34");

        // Then
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(255);
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(name)).isTrue();
        assertThat(name).endsWith("_v2.1_backup_20261122T070809Z_ab12cd34.jsonl.gz");
    }
}
