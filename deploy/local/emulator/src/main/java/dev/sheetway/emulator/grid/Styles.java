package dev.sheetway.emulator.grid;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Formats, validation rules and the like, stored once each and named by a number. */
public interface Styles {

    /** The id of a style, given a new one when it is not known; 0 for an empty one. */
    int idOf(ObjectNode style);

    /** The style of an id; must not be changed by the caller. */
    ObjectNode style(int id);
}
