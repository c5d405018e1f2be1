package dev.sheetway.workspace.google;

import com.google.api.services.sheets.v4.model.AddNamedRangeRequest;
import com.google.api.services.sheets.v4.model.CreateDeveloperMetadataRequest;
import com.google.api.services.sheets.v4.model.DataFilter;
import com.google.api.services.sheets.v4.model.DeleteDeveloperMetadataRequest;
import com.google.api.services.sheets.v4.model.DeleteNamedRangeRequest;
import com.google.api.services.sheets.v4.model.DeveloperMetadata;
import com.google.api.services.sheets.v4.model.DeveloperMetadataLocation;
import com.google.api.services.sheets.v4.model.DeveloperMetadataLookup;
import com.google.api.services.sheets.v4.model.DimensionRange;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.NamedRange;
import com.google.api.services.sheets.v4.model.Request;
import dev.sheetway.workspace.Effect.AnchorColumn;

/** Requests for named ranges and developer metadata. */
final class MarkRequests {
    private MarkRequests() {}

    /** A named range whose id is its name, over the tab's first cell. Either being taken refuses the batch. */
    static Request addNamedRange(String name, int sheetId) {
        GridRange cell = new GridRange()
                .setSheetId(sheetId)
                .setStartRowIndex(0)
                .setEndRowIndex(1)
                .setStartColumnIndex(0)
                .setEndColumnIndex(1);
        NamedRange range = new NamedRange().setNamedRangeId(name).setName(name).setRange(cell);
        return new Request().setAddNamedRange(new AddNamedRangeRequest().setNamedRange(range));
    }

    static Request deleteNamedRange(String id) {
        return new Request().setDeleteNamedRange(new DeleteNamedRangeRequest().setNamedRangeId(id));
    }

    static Request onSpreadsheet(String key, String value) {
        return create(entry(key, value, new DeveloperMetadataLocation().setSpreadsheet(true)));
    }

    static Request onSpreadsheet(int id, String key, String value) {
        return create(entry(key, value, new DeveloperMetadataLocation().setSpreadsheet(true))
                .setMetadataId(id));
    }

    static Request onColumn(AnchorColumn anchor) {
        DimensionRange column = new DimensionRange()
                .setSheetId(anchor.sheetId())
                .setDimension("COLUMNS")
                .setStartIndex(anchor.column())
                .setEndIndex(anchor.column() + 1);
        return create(entry(anchor.key(), anchor.value(), new DeveloperMetadataLocation().setDimensionRange(column))
                .setMetadataId(anchor.metadataId()));
    }

    static Request deleteMetadata(int id) {
        return delete(new DeveloperMetadataLookup().setMetadataId(id));
    }

    static Request deleteMetadata(String key) {
        return delete(new DeveloperMetadataLookup().setMetadataKey(key).setLocationType("SPREADSHEET"));
    }

    private static DeveloperMetadata entry(String key, String value, DeveloperMetadataLocation location) {
        return new DeveloperMetadata()
                .setMetadataKey(key)
                .setMetadataValue(value)
                .setVisibility("DOCUMENT")
                .setLocation(location);
    }

    private static Request create(DeveloperMetadata metadata) {
        return new Request()
                .setCreateDeveloperMetadata(new CreateDeveloperMetadataRequest().setDeveloperMetadata(metadata));
    }

    private static Request delete(DeveloperMetadataLookup lookup) {
        return new Request()
                .setDeleteDeveloperMetadata(new DeleteDeveloperMetadataRequest()
                        .setDataFilter(new DataFilter().setDeveloperMetadataLookup(lookup)));
    }
}
