package dev.sheetway.workspace.archive;

import java.nio.file.Path;

/**
 * A whole archive.
 *
 * @param file absolute
 * @param sha256 hex, over its lines before the last
 * @param rows lines of cells
 * @param cells that have a content
 */
public record Archive(Path file, ArchiveHeader header, String sha256, long rows, long cells) {}
