package dev.sheetway.emulator.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.util.WorkbookUtil;

/**
 * Gives every tab a title that an .xlsx file can hold: at most 31 characters, none of {@code : \\ / ? * [ ]}, unique
 * whatever the case. Formulas keep the old title, so a changed one is told as a loss.
 */
final class TabTitles {
    private static final int LONGEST = 31;

    private final Map<Integer, String> titles = new HashMap<>();

    private TabTitles() {}

    static TabTitles of(JsonNode sheets, Losses losses) {
        TabTitles result = new TabTitles();
        Set<String> taken = new HashSet<>();
        for (JsonNode sheet : sheets) {
            String title = sheet.path("properties").path("title").asText();
            String safe = unique(WorkbookUtil.createSafeSheetName(title, '_'), taken);
            if (!safe.equals(title)) {
                losses.add("workbook", "tab title that an .xlsx file can not hold", title + " became " + safe);
            }
            result.titles.put(sheet.path("properties").path("sheetId").asInt(), safe);
        }
        return result;
    }

    private static String unique(String title, Set<String> taken) {
        String candidate = title;
        for (int n = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); n++) {
            String suffix = " " + n;
            candidate = title.substring(0, Math.min(title.length(), LONGEST - suffix.length())) + suffix;
        }
        return candidate;
    }

    String of(int sheetId) {
        String title = titles.get(sheetId);
        if (title == null) {
            throw new IllegalArgumentException(
                    "range names sheetId " + sheetId + ": expected one of " + titles.keySet() + "; nothing written");
        }
        return title;
    }
}
