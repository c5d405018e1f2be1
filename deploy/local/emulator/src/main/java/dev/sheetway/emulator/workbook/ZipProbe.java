package dev.sheetway.emulator.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Inflates a zip archive once, keeping nothing, to refuse truncated archives and zip bombs before any parser builds a
 * tree of them. The sizes that the archive states are not believed; the bytes that come out are counted.
 */
final class ZipProbe {
    /** About 1.5 million cells, which cost POI 1.5 GiB: what a development machine can still import. */
    static final long MAX_INFLATED = 128L << 20;

    static final int MAX_ENTRIES = 10_000;
    static final long MAX_RATIO = 200;
    private static final long RATIO_MATTERS_FROM = 4L << 20;

    private ZipProbe() {}

    static void check(byte[] bytes, String fileName) {
        boolean workbook = false;
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            long total = 0;
            int entries = 0;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                refuseIf(++entries > MAX_ENTRIES, fileName, "an archive of more than " + MAX_ENTRIES + " entries");
                refuseIf(
                        entry.getGeneralPurposeBit().usesEncryption(),
                        fileName,
                        "a zip archive with encrypted entries");
                total = inflate(zip, entry, total, fileName);
                workbook |= entry.getName().equalsIgnoreCase("[Content_Types].xml");
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw NotAWorkbookException.found(
                    fileName, "a truncated or damaged zip archive (" + damaged.getMessage() + ")", damaged);
        }
        refuseIf(!workbook, fileName, "a zip archive without [Content_Types].xml");
    }

    private static long inflate(ZipFile zip, ZipArchiveEntry entry, long before, String fileName) throws IOException {
        byte[] buffer = new byte[16_384];
        long here = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                here += n;
                refuseIf(
                        before + here > MAX_INFLATED,
                        fileName,
                        "an archive that inflates to more than " + (MAX_INFLATED >> 20) + " MiB");
                refuseIf(
                        here > RATIO_MATTERS_FROM && here > MAX_RATIO * Math.max(1, entry.getCompressedSize()),
                        fileName,
                        "entry \"" + entry.getName() + "\" that inflates to more than " + MAX_RATIO
                                + " times its size (a zip bomb?)");
            }
        }
        return before + here;
    }

    private static void refuseIf(boolean refused, String fileName, String found) {
        if (refused) {
            throw NotAWorkbookException.found(fileName, found);
        }
    }
}
