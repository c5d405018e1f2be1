package dev.sheetway.emulator.proto;

/** Spreadsheets, sheets, ranges, metadata and values. One line per message; {@code ?} as in {@link CellMessages}. */
final class SheetMessages {

    static final String TEXT = """
            enum Dimension DIMENSION_UNSPECIFIED ROWS COLUMNS
            enum SheetType SHEET_TYPE_UNSPECIFIED GRID OBJECT DATA_SOURCE
            enum RecalculationInterval RECALCULATION_INTERVAL_UNSPECIFIED ON_CHANGE MINUTE HOUR
            enum DeveloperMetadataVisibility DEVELOPER_METADATA_VISIBILITY_UNSPECIFIED DOCUMENT PROJECT
            enum DeveloperMetadataLocationType DEVELOPER_METADATA_LOCATION_TYPE_UNSPECIFIED ROW COLUMN SHEET SPREADSHEET
            enum LocationMatching DEVELOPER_METADATA_LOCATION_MATCHING_STRATEGY_UNSPECIFIED EXACT_LOCATION INTERSECTING_LOCATION
            enum SortOrder SORT_ORDER_UNSPECIFIED ASCENDING DESCENDING
            enum ValueRenderOption FORMATTED_VALUE UNFORMATTED_VALUE FORMULA
            enum DateTimeRenderOption SERIAL_NUMBER FORMATTED_STRING
            enum ValueInputOption INPUT_VALUE_OPTION_UNSPECIFIED RAW USER_ENTERED
            enum CommentsViewMode COMMENTS_VIEW_MODE_UNSPECIFIED COMMENTS_VIEW_MODE_DEFAULT_FOR_CURRENT_ACCESS COMMENTS_VIEW_MODE_OMITTED COMMENTS_VIEW_MODE_INCLUDED
            GridRange sheetId:int startRowIndex:int? endRowIndex:int? startColumnIndex:int? endColumnIndex:int?
            GridCoordinate sheetId:int rowIndex:int columnIndex:int
            DimensionRange sheetId:int dimension:Dimension startIndex:int? endIndex:int?
            DimensionProperties hiddenByFilter:bool hiddenByUser:bool pixelSize:int developerMetadata:DeveloperMetadata[] dataSourceColumnReference:!DataSourceColumnReference
            GridProperties rowCount:int? columnCount:int? frozenRowCount:int frozenColumnCount:int hideGridlines:bool rowGroupControlAfter:bool columnGroupControlAfter:bool
            SheetProperties sheetId:int? title:string index:int? sheetType:SheetType gridProperties:GridProperties hidden:bool tabColor:Color tabColorStyle:ColorStyle rightToLeft:bool dataSourceSheetProperties:!DataSourceSheetProperties
            IterativeCalculationSettings maxIterations:int convergenceThreshold:double
            ThemeColorPair colorType:ThemeColorType color:ColorStyle
            SpreadsheetTheme primaryFontFamily:string themeColors:ThemeColorPair[]
            SpreadsheetProperties title:string locale:string autoRecalc:RecalculationInterval timeZone:string defaultFormat:CellFormat iterativeCalculationSettings:IterativeCalculationSettings spreadsheetTheme:SpreadsheetTheme importFunctionsExternalUrlAccessAllowed:bool
            NamedRange namedRangeId:string name:string range:GridRange
            Editors users:string[] groups:string[] domainUsersCanEdit:bool
            ProtectedRange protectedRangeId:int range:GridRange namedRangeId:string description:string warningOnly:bool requestingUserCanEdit:bool unprotectedRanges:GridRange[] editors:Editors tableId:!Table
            DeveloperMetadataLocation locationType:DeveloperMetadataLocationType spreadsheet:bool sheetId:int? dimensionRange:DimensionRange
            DeveloperMetadata metadataId:int? metadataKey:string metadataValue:string location:DeveloperMetadataLocation visibility:DeveloperMetadataVisibility
            DeveloperMetadataLookup locationType:DeveloperMetadataLocationType metadataLocation:DeveloperMetadataLocation locationMatchingStrategy:LocationMatching metadataId:int? metadataKey:string? metadataValue:string? visibility:DeveloperMetadataVisibility
            DataFilter developerMetadataLookup:DeveloperMetadataLookup a1Range:string? gridRange:GridRange
            SortSpec dimensionIndex:int sortOrder:SortOrder foregroundColor:Color foregroundColorStyle:ColorStyle backgroundColor:Color backgroundColorStyle:ColorStyle dataSourceColumnReference:!DataSourceColumnReference
            FilterCriteria hiddenValues:string[] condition:BooleanCondition visibleBackgroundColor:Color visibleBackgroundColorStyle:ColorStyle visibleForegroundColor:Color visibleForegroundColorStyle:ColorStyle
            FilterSpec filterCriteria:FilterCriteria columnIndex:int dataSourceColumnReference:!DataSourceColumnReference
            BasicFilter range:GridRange sortSpecs:SortSpec[] criteria:map<FilterCriteria> filterSpecs:FilterSpec[] tableId:!Table
            DimensionGroup range:DimensionRange depth:int collapsed:bool
            GridData startRow:int startColumn:int rowData:RowData[] rowMetadata:DimensionProperties[] columnMetadata:DimensionProperties[]
            Sheet properties:SheetProperties data:GridData[] merges:GridRange[] conditionalFormats:ConditionalFormatRule[] filterViews:!FilterView[] protectedRanges:ProtectedRange[] basicFilter:BasicFilter charts:!EmbeddedChart[] bandedRanges:!BandedRange[] developerMetadata:DeveloperMetadata[] rowGroups:DimensionGroup[] columnGroups:DimensionGroup[] slicers:!Slicer[] tables:!Table[] commentAnchors:!CommentAnchor[]
            Spreadsheet spreadsheetId:string properties:SpreadsheetProperties sheets:Sheet[] namedRanges:NamedRange[] spreadsheetUrl:string developerMetadata:DeveloperMetadata[] dataSources:!DataSource[] dataSourceSchedules:!DataSourceRefreshSchedule[] comments:!CommentThread[] commentsViewMode:CommentsViewMode
            ValueRange range:string majorDimension:Dimension values:row[]
            DataFilterValueRange dataFilter:DataFilter majorDimension:Dimension values:row[]
            BatchUpdateValuesRequest valueInputOption:ValueInputOption data:ValueRange[] includeValuesInResponse:bool responseValueRenderOption:ValueRenderOption responseDateTimeRenderOption:DateTimeRenderOption
            BatchUpdateValuesByDataFilterRequest valueInputOption:ValueInputOption data:DataFilterValueRange[] includeValuesInResponse:bool responseValueRenderOption:ValueRenderOption responseDateTimeRenderOption:DateTimeRenderOption
            BatchClearValuesRequest ranges:string[]
            BatchClearValuesByDataFilterRequest dataFilters:DataFilter[]
            BatchGetValuesByDataFilterRequest dataFilters:DataFilter[] majorDimension:Dimension valueRenderOption:ValueRenderOption dateTimeRenderOption:DateTimeRenderOption
            ClearValuesRequest
            GetSpreadsheetByDataFilterRequest dataFilters:DataFilter[] includeGridData:bool excludeTablesInBandedRanges:bool commentsViewMode:CommentsViewMode
            SearchDeveloperMetadataRequest dataFilters:DataFilter[]
            CopySheetToAnotherSpreadsheetRequest destinationSpreadsheetId:string
            """;

    private SheetMessages() {}
}
