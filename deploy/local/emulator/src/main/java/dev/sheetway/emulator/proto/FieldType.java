package dev.sheetway.emulator.proto;

import java.util.List;

/** The type of one field of a message, as Google's JSON transcoder sees it. */
sealed interface FieldType {

    /** A scalar of protocol buffers; the name is how Google prints it in an error. */
    enum Scalar implements FieldType {
        INT("TYPE_INT32"),
        BOOL("TYPE_BOOL"),
        FLOAT("TYPE_FLOAT"),
        DOUBLE("TYPE_DOUBLE"),
        STRING("TYPE_STRING"),
        MASK("type.googleapis.com/google.protobuf.FieldMask"),
        /** A JSON array of any values: a row of {@code values}. */
        ROW("type.googleapis.com/google.protobuf.ListValue");

        private final String printed;

        Scalar(String printed) {
            this.printed = printed;
        }

        String printed() {
            return printed;
        }
    }

    /** One of some names. */
    record Enumeration(String name, List<String> values) implements FieldType {}

    /** Another message. */
    record Nested(String message) implements FieldType {}

    /** Known to Google, not emulated: its presence answers 501. */
    record NotEmulated(String name) implements FieldType {}

    /** An array of another type. */
    record ListOf(FieldType element) implements FieldType {}

    /** A JSON object whose keys are free. */
    record MapOf(FieldType element) implements FieldType {}
}
