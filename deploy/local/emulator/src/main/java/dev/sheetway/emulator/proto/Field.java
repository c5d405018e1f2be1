package dev.sheetway.emulator.proto;

/**
 * One field of a message.
 *
 * @param tracksPresence whether a default (0, false, "") that was set is kept and printed; the others vanish, as [REC] shows
 */
record Field(String name, FieldType type, boolean tracksPresence) {

    /** The name as Google prints it in the path of an error. */
    String snakeName() {
        return snake(name);
    }

    static String snake(String camel) {
        StringBuilder text = new StringBuilder(camel.length() + 4);
        for (char c : camel.toCharArray()) {
            if (Character.isUpperCase(c)) {
                text.append('_').append(Character.toLowerCase(c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
