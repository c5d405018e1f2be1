package dev.sheetway.emulator.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Everything that {@code PUT /_emulator/settings} can change. A key that is absent from the request keeps its value.
 *
 * @param quotas whether the per-minute quotas are enforced [DOC]
 * @param readsPerMinutePerUser 60 [DOC]
 * @param writesPerMinutePerUser 60 [DOC]
 * @param readsPerMinute for the whole project, 300 [DOC]
 * @param writesPerMinute for the whole project, 300 [DOC]
 * @param retryAfterSeconds {@code Retry-After} on a 429; 0 sends none, which is all that is known [DOC says nothing]
 * @param modifiedTimeLagSeconds how long Drive's modifiedTime and version lag behind an edit, 0 to 180 [ISS go-client #444]
 * @param nameLagSeconds how long {@code files.list} by name or property does not see a new file [ISS kopia #90]
 * @param cellLimit cells in one spreadsheet [ISS]
 * @param commentUpdateState whether batchUpdate answers carry it [L3P, since 2026; no recording has it]
 */
@JsonInclude
public record Settings(
        boolean quotas,
        int readsPerMinutePerUser,
        int writesPerMinutePerUser,
        int readsPerMinute,
        int writesPerMinute,
        int retryAfterSeconds,
        int modifiedTimeLagSeconds,
        int nameLagSeconds,
        long cellLimit,
        boolean commentUpdateState,
        ServiceAccountStorage serviceAccountStorage,
        PartialRead partiallyOutOfGridRead,
        DuplicateId duplicateNamedRangeId,
        DuplicateName duplicateNamedRangeName,
        DuplicateId duplicateMetadataId,
        OnCopy metadataOnFileCopy,
        OnCopy metadataOnSheetCopy,
        ProtectionOnCopy protectionEditorsOnFileCopy,
        InOneBatch copyPasteThenDeleteInOneBatch,
        InOneBatch addThenDeleteNamedRangeInOneBatch,
        InOneBatch deleteDimensionThroughMerge,
        InsertedValidation insertedDimensionValidation,
        OwnerBlock contentRestrictionOnOwner) {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** Whether a service account may own files. REFUSE is Google's answer [ISS]. */
    public enum ServiceAccountStorage {
        REFUSE,
        ALLOW
    }

    /** A read that starts inside the grid and ends outside: open question. */
    public enum PartialRead {
        REFUSE,
        CLAMP
    }

    /** An explicit id that is taken: documented as an error [DISC] for named ranges, [3P] for metadata. */
    public enum DuplicateId {
        REFUSE,
        ASSIGN_ANOTHER,
        REPLACE
    }

    /** A name that is taken [L3P]. */
    public enum DuplicateName {
        REFUSE,
        ACCEPT
    }

    /** Whether developer metadata goes along with a copy: open question. */
    public enum OnCopy {
        KEEP,
        DROP
    }

    /** What becomes of the editors of protected ranges in a copy [KNOW: reset]. */
    public enum ProtectionOnCopy {
        RESET,
        KEEP
    }

    /** Whether a combination in one batch is applied: open question. */
    public enum InOneBatch {
        APPLY,
        REFUSE
    }

    /** Whether an inserted row or column takes over the validation of its neighbour as it does the format: open question. */
    public enum InsertedValidation {
        INHERIT,
        NONE
    }

    /** Whether a read-only restriction also stops the owner's API calls: open question. */
    public enum OwnerBlock {
        BLOCKED,
        ALLOWED
    }

    /** The defaults: quotas off, everything else strict. */
    public static Settings defaults() {
        return new Settings(
                false,
                60,
                60,
                300,
                300,
                0,
                0,
                0,
                10_000_000L,
                false,
                ServiceAccountStorage.REFUSE,
                PartialRead.REFUSE,
                DuplicateId.REFUSE,
                DuplicateName.REFUSE,
                DuplicateId.REFUSE,
                OnCopy.KEEP,
                OnCopy.DROP,
                ProtectionOnCopy.RESET,
                InOneBatch.APPLY,
                InOneBatch.APPLY,
                InOneBatch.APPLY,
                InsertedValidation.NONE,
                OwnerBlock.BLOCKED);
    }

    /**
     * These settings with the keys of a JSON object replaced.
     *
     * @throws IllegalArgumentException for an unknown key or a wrong value
     */
    public Settings with(JsonNode changes) {
        if (!(changes instanceof ObjectNode)) {
            throw new IllegalArgumentException("settings must be a JSON object");
        }
        ObjectNode merged = json();
        merged.setAll((ObjectNode) changes);
        try {
            return MAPPER.treeToValue(merged, Settings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    public ObjectNode json() {
        return MAPPER.valueToTree(this);
    }
}
