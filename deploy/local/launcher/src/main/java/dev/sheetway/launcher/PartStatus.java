package dev.sheetway.launcher;

import java.util.OptionalLong;

/**
 * One line of {@code ps}.
 *
 * @param pid empty when it does not run
 * @param port that it has, or would get
 */
public record PartStatus(Part part, OptionalLong pid, int port, PartState state) {}
