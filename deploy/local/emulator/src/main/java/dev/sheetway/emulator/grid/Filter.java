package dev.sheetway.emulator.grid;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The basic filter of a sheet; {@code rest} is the API's message without its range. */
public record Filter(GridBox box, ObjectNode rest) {}
