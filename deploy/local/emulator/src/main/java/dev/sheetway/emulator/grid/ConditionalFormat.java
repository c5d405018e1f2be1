package dev.sheetway.emulator.grid;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A conditional format; {@code rule} is the API's message without its ranges. */
public record ConditionalFormat(List<GridBox> boxes, ObjectNode rule) {}
