package dev.sheetway.workspace.google;

import static dev.sheetway.workspace.google.EmulatedGoogle.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.emulator.Emulator;
import dev.sheetway.workspace.BackupDrive;
import dev.sheetway.workspace.BackupDrive.DriveFile;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.GridArea;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DriveIT {
    private static final String BACKUP = "emu.sa.backup-service.spreadsheets+drive";
    private static final Map<String, String> PROPERTIES = Map.of("sheetway-migration", "it's m1\\");

    private final EmulatedGoogle google = new EmulatedGoogle();
    private final GoogleWorkspace workspace = google.connect(BACKUP);
    private final BackupDrive drive = workspace.drive();

    DriveIT() throws IOException {}

    @AfterEach
    void close() {
        google.close();
    }

    @Test
    void copiesIntoASharedDriveAndFindsTheCopyByItsProperty() {
        DriveFile copy = copy();

        assertThat(copy.id()).isNotEqualTo(ID);
        assertThat(copy.name()).isEqualTo("T_v2.1_backup");
        assertThat(drive.get(copy.id())).isEqualTo(copy);
        assertThat(drive.find("sheetway-migration", "it's m1\\")).containsExactly(copy);
        assertThat(drive.find("sheetway-migration", "other")).isEmpty();
    }

    @Test
    void theCopyIsScannedWithoutLookingUpItsTabs() {
        workspace.reader().open(ID);
        DriveFile copy = copy();
        google.admin().clearCounts();
        List<Integer> rows = new ArrayList<>();

        workspace.reader().scan(copy.id(), new GridArea(0, 0, 10, 0, 5), (area, row, cells) -> rows.add(row));

        assertThat(rows).containsExactly(0, 1, 2, 4);
        assertThat(google.calls()).isEqualTo(1);
    }

    @Test
    void aServiceAccountCannotCopyIntoMyDrive() {
        assertThatThrownBy(() -> drive.copy(ID, "copy", Optional.empty(), Map.of()))
                .isInstanceOfSatisfying(GatewayException.class, e -> {
                    assertThat(e.failure().failureClass()).isEqualTo(FailureClass.PAUSE);
                    assertThat(e.failure().code()).isEqualTo("storage-quota-exceeded");
                    assertThat(e.failure().message()).contains("shared drive");
                });
    }

    @Test
    void aCopyWhoseAnswerIsLostIsUnknownAndFoundByItsProperty() {
        google.admin().faults("[{\"method\":\"drive.files.copy\",\"kind\":\"close\",\"when\":\"after\"}]");

        assertThatThrownBy(this::copy).isInstanceOfSatisfying(GatewayException.class, e -> assertThat(
                        e.failure().failureClass())
                .isEqualTo(FailureClass.UNKNOWN));

        assertThat(drive.find("sheetway-migration", "it's m1\\")).hasSize(1);
        assertThat(google.admin()
                        .counts()
                        .path("methods")
                        .path("drive.files.copy")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aUserRateLimitIsRepeated() {
        google.admin().faults("[{\"method\":\"drive.files.copy\",\"kind\":\"status\",\"status\":403}]");

        assertThat(copy().name()).isEqualTo("T_v2.1_backup");
        assertThat(google.pace.slept).hasSize(1);
    }

    @Test
    void aMissingFilePauses() {
        assertThatThrownBy(() -> drive.get(new dev.sheetway.contracts.SpreadsheetId("nobody")))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        e -> assertThat(e.failure().code()).isEqualTo("not-found"));
    }

    @Test
    void looksAtAFileAndPutsItIntoTheTrash() {
        DriveFile copy = copy();
        assertThat(drive.look(copy.id())).get().satisfies(entry -> {
            assertThat(entry.file()).isEqualTo(copy);
            assertThat(entry.appProperties()).isEqualTo(PROPERTIES);
            assertThat(entry.trashed()).isFalse();
            assertThat(entry.modifiedTime()).isBetween(copy.createdTime(), Instant.now());
        });

        drive.trash(copy.id());

        assertThat(drive.look(copy.id())).get().matches(BackupDrive.DriveEntry::trashed);
        assertThat(drive.find("sheetway-migration", "it's m1\\")).isEmpty();
        drive.trash(copy.id());
    }

    @Test
    void whatNobodySeesIsNotThere() {
        assertThat(drive.look(new dev.sheetway.contracts.SpreadsheetId("nobody")))
                .isEmpty();
    }

    private DriveFile copy() {
        return drive.copy(ID, "T_v2.1_backup", Optional.of(Emulator.BACKUP_FOLDER_ID), PROPERTIES);
    }
}
