package dev.sheetway.emulator.workbook;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Gives out positive 31-bit ids derived from names, so that the same file always imports with the same ids. Never 0:
 * code that takes "the tab with id 0" for the first one must fail on an imported workbook, as it does in Google.
 */
final class Identifiers {
    private final Set<Integer> taken = new HashSet<>();

    int next(String name) {
        CRC32 crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        int id = (int) (crc.getValue() & 0x7fffffff);
        while (id == 0 || !taken.add(id)) {
            id = (id + 1) & 0x7fffffff;
        }
        return id;
    }
}
