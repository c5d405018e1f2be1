package dev.sheetway.emulator.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.http.ApiException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Applies the requests of a batch in order. Any refusal is thrown, and the caller then drops the whole working copy [DISC]. */
public final class Batch {

    private static final Map<String, Kind> KINDS = kinds();

    private Batch() {}

    /**
     * Applies all requests.
     *
     * @return one reply for each request, {@code {}} for a kind that answers nothing
     * @throws ApiException with the prefix {@code Invalid requests[i].<kind>: } [REC]
     */
    public static ArrayNode apply(BatchContext batch, JsonNode requests) {
        if (requests.isEmpty()) {
            throw ApiException.invalid("Must specify at least one request.");
        }
        ArrayNode replies = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < requests.size(); i++) {
            JsonNode request = requests.get(i);
            if (request.size() != 1) {
                throw ApiException.invalid("Invalid requests[" + i + "]: "
                        + (request.isEmpty() ? "No request set." : "Only one kind of request may be set."));
            }
            Map.Entry<String, JsonNode> only = request.properties().iterator().next();
            replies.add(apply(batch, i, only.getKey(), (ObjectNode) only.getValue()));
        }
        return replies;
    }

    private static ObjectNode apply(BatchContext batch, int index, String name, ObjectNode request) {
        Kind kind = KINDS.get(name);
        if (kind == null) {
            throw ApiException.notEmulated(name);
        }
        try {
            Optional<ObjectNode> reply = kind.apply(batch, request);
            batch.kindsSoFar().add(name);
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            reply.ifPresent(content -> json.set(name, content));
            return json;
        } catch (ApiException e) {
            throw e.prefixed("Invalid requests[" + index + "]." + name + ": ");
        }
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new HashMap<>();
        kinds.put("appendDimension", Kind.silent(DimensionKinds::append));
        kinds.put("insertDimension", Kind.silent(DimensionKinds::insert));
        kinds.put("deleteDimension", Kind.silent(DimensionKinds::delete));
        kinds.put("moveDimension", Kind.silent(DimensionKinds::move));
        kinds.put("updateDimensionProperties", Kind.silent(DimensionKinds::updateProperties));
        kinds.put("autoResizeDimensions", Kind.silent(AutoResize::apply));
        kinds.put("addDimensionGroup", GroupKinds::add);
        kinds.put("deleteDimensionGroup", GroupKinds::delete);
        kinds.put("updateDimensionGroup", Kind.silent(GroupKinds::update));
        kinds.put("updateCells", Kind.silent(CellKinds::update));
        kinds.put("repeatCell", Kind.silent(CellKinds::repeat));
        kinds.put("appendCells", Kind.silent(CellKinds::append));
        kinds.put("setDataValidation", Kind.silent(CellKinds::setValidation));
        kinds.put("updateBorders", Kind.silent(BorderKinds::update));
        kinds.put("copyPaste", Kind.silent(PasteKinds::copyPaste));
        kinds.put("cutPaste", Kind.silent(PasteKinds::cutPaste));
        kinds.put("pasteData", Kind.silent(PasteData::apply));
        kinds.put("insertRange", Kind.silent(RangeKinds::insert));
        kinds.put("deleteRange", Kind.silent(RangeKinds::delete));
        kinds.put("findReplace", FindReplace::apply);
        kinds.put("sortRange", Kind.silent(SortRange::apply));
        kinds.put("mergeCells", Kind.silent(MergeKinds::merge));
        kinds.put("unmergeCells", Kind.silent(MergeKinds::unmerge));
        kinds.put("addSheet", SheetKinds::add);
        kinds.put("deleteSheet", Kind.silent(SheetKinds::delete));
        kinds.put("duplicateSheet", SheetKinds::duplicate);
        kinds.put("updateSheetProperties", Kind.silent(SheetPropertiesKind::apply));
        kinds.put("updateSpreadsheetProperties", Kind.silent(SpreadsheetPropertiesKind::apply));
        kinds.put("createDeveloperMetadata", MetadataKinds::create);
        kinds.put("updateDeveloperMetadata", MetadataKinds::update);
        kinds.put("deleteDeveloperMetadata", MetadataKinds::delete);
        kinds.put("addNamedRange", NamedRangeKinds::add);
        kinds.put("updateNamedRange", Kind.silent(NamedRangeKinds::update));
        kinds.put("deleteNamedRange", Kind.silent(NamedRangeKinds::delete));
        kinds.put("addProtectedRange", ProtectionKinds::add);
        kinds.put("updateProtectedRange", Kind.silent(ProtectionKinds::update));
        kinds.put("deleteProtectedRange", Kind.silent(ProtectionKinds::delete));
        kinds.put("setBasicFilter", Kind.silent(FilterKinds::set));
        kinds.put("clearBasicFilter", Kind.silent(FilterKinds::clear));
        kinds.put("addConditionalFormatRule", Kind.silent(FilterKinds::addConditionalFormat));
        kinds.put("updateConditionalFormatRule", FilterKinds::updateConditionalFormat);
        kinds.put("deleteConditionalFormatRule", FilterKinds::deleteConditionalFormat);
        return Map.copyOf(kinds);
    }
}
