package dev.sheetway.workspace.google;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.workspace.EffectRecord;
import dev.sheetway.workspace.Workbook;
import dev.sheetway.workspace.Workbook.Metadata;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/** The names that Sheetway leaves on a spreadsheet, and what stands under them. */
final class Marks {
    static final String SLOT_PREFIX = "sheetway_slot_";
    static final String RECORD_KEY = "sheetway.record";
    static final String FENCE_KEY = "sheetway.fence";
    static final String LOCK_NAME = "sheetway_lock";
    static final String LOCK_KEY = "sheetway.lock";
    private static final int MOST_DETAIL = 20_000;
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private Marks() {}

    /** Name and id of the named range that is the effect's slot. */
    static String slotName(EffectId effect) {
        StringBuilder name = new StringBuilder(SLOT_PREFIX);
        byte[] hash = hash(effect);
        for (int i = 0; i < 16; i++) {
            name.append(Character.forDigit((hash[i] >> 4) & 15, 16)).append(Character.forDigit(hash[i] & 15, 16));
        }
        return name.toString();
    }

    static byte[] hash(EffectId effect) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(effect.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static String recordValue(EffectRecord record) {
        if (record.detail().length() > MOST_DETAIL) {
            throw new IllegalArgumentException("detail of effect " + record.effect() + ": "
                    + record.detail().length() + " characters, expected at most " + MOST_DETAIL);
        }
        JsonObject json = new JsonObject();
        json.addProperty("effect", record.effect().toString());
        json.addProperty("digest", record.digest());
        json.addProperty("detail", record.detail());
        return GSON.toJson(json);
    }

    static Optional<EffectRecord> record(Workbook workbook, EffectId effect) {
        return workbook.metadata(RECORD_KEY).stream()
                .flatMap(entry -> record(entry, effect).stream())
                .findFirst();
    }

    /** The record of {@code effect} if {@code entry} is one; whatever else stands there is somebody else's. */
    static Optional<EffectRecord> record(Metadata entry, EffectId effect) {
        try {
            return JsonParser.parseString(entry.value()) instanceof JsonObject json
                            && text(json, "effect").equals(effect.toString())
                    ? Optional.of(new EffectRecord(effect, text(json, "digest"), text(json, "detail")))
                    : Optional.empty();
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    static boolean isFenced(Workbook workbook, EffectId effect) {
        return workbook.metadata(FENCE_KEY).stream()
                .anyMatch(entry -> entry.value().equals(effect.toString()));
    }

    static boolean isLocked(Workbook workbook) {
        return workbook.hasNamedRange(LOCK_NAME);
    }

    /** Everyone who is written down as the lock's owner; one when nobody meddled. */
    static List<String> lockOwners(Workbook workbook) {
        return workbook.metadata(LOCK_KEY).stream().map(Metadata::value).toList();
    }

    private static String text(JsonObject json, String name) {
        return json.has(name) && json.get(name).isJsonPrimitive()
                ? json.get(name).getAsString()
                : "";
    }
}
