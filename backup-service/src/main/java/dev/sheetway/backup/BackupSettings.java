package dev.sheetway.backup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where backups go. */
@ConfigMapping(prefix = "sheetway.backup")
public interface BackupSettings {

    /**
     * Drive folder of the copies when the plan names none. Without it a copy goes beside its original; a service account
     * has no storage of its own, so for one this must be a folder of a shared drive.
     */
    Optional<String> folderId();

    /** Directory of archives; is made when it is not there. Its disk holds cell values: nobody else may read it. */
    @WithDefault("${user.dir}/.sheetway/archives")
    Path archiveDir();
}
