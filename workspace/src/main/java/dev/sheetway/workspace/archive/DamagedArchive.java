package dev.sheetway.workspace.archive;

/** A file is no archive, or not the one that was written; the message repeats nothing that stands in it. */
public final class DamagedArchive extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedArchive(String what) {
        super(what);
    }
}
