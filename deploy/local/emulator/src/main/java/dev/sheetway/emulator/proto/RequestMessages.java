package dev.sheetway.emulator.proto;

/** {@code batchUpdate} and its request kinds. One line per message; {@code ?} as in {@link CellMessages}, {@code !} answers 501. */
final class RequestMessages {

    static final String TEXT = """
            enum MergeType MERGE_ALL MERGE_COLUMNS MERGE_ROWS
            enum PasteType PASTE_NORMAL PASTE_VALUES PASTE_FORMAT PASTE_NO_BORDERS PASTE_FORMULA PASTE_DATA_VALIDATION PASTE_CONDITIONAL_FORMATTING
            enum PasteOrientation NORMAL TRANSPOSE
            AppendDimensionRequest sheetId:int dimension:Dimension length:int
            InsertDimensionRequest range:DimensionRange inheritFromBefore:bool
            DeleteDimensionRequest range:DimensionRange
            MoveDimensionRequest source:DimensionRange destinationIndex:int
            UpdateDimensionPropertiesRequest range:DimensionRange properties:DimensionProperties fields:mask dataSourceSheetRange:!DataSourceSheetDimensionRange
            AutoResizeDimensionsRequest dimensions:DimensionRange dataSourceSheetDimensions:!DataSourceSheetDimensionRange
            AddDimensionGroupRequest range:DimensionRange
            DeleteDimensionGroupRequest range:DimensionRange
            UpdateDimensionGroupRequest dimensionGroup:DimensionGroup fields:mask
            UpdateCellsRequest rows:RowData[] fields:mask start:GridCoordinate range:GridRange
            RepeatCellRequest range:GridRange cell:CellData fields:mask
            AppendCellsRequest sheetId:int rows:RowData[] fields:mask tableId:!Table
            SetDataValidationRequest range:GridRange rule:DataValidationRule filteredRowsIncluded:bool
            CopyPasteRequest source:GridRange destination:GridRange pasteType:PasteType pasteOrientation:PasteOrientation
            CutPasteRequest source:GridRange destination:GridCoordinate pasteType:PasteType
            PasteDataRequest coordinate:GridCoordinate data:string type:PasteType delimiter:string html:bool
            InsertRangeRequest range:GridRange shiftDimension:Dimension
            DeleteRangeRequest range:GridRange shiftDimension:Dimension
            FindReplaceRequest find:string replacement:string matchCase:bool matchEntireCell:bool searchByRegex:bool includeFormulas:bool range:GridRange sheetId:int? allSheets:bool
            SortRangeRequest range:GridRange sortSpecs:SortSpec[]
            UpdateBordersRequest range:GridRange top:Border bottom:Border left:Border right:Border innerHorizontal:Border innerVertical:Border
            MergeCellsRequest range:GridRange mergeType:MergeType
            UnmergeCellsRequest range:GridRange
            AddSheetRequest properties:SheetProperties
            DeleteSheetRequest sheetId:int
            DuplicateSheetRequest sourceSheetId:int insertSheetIndex:int newSheetId:int? newSheetName:string
            UpdateSheetPropertiesRequest properties:SheetProperties fields:mask
            UpdateSpreadsheetPropertiesRequest properties:SpreadsheetProperties fields:mask
            CreateDeveloperMetadataRequest developerMetadata:DeveloperMetadata
            UpdateDeveloperMetadataRequest dataFilters:DataFilter[] developerMetadata:DeveloperMetadata fields:mask
            DeleteDeveloperMetadataRequest dataFilter:DataFilter
            AddNamedRangeRequest namedRange:NamedRange
            UpdateNamedRangeRequest namedRange:NamedRange fields:mask
            DeleteNamedRangeRequest namedRangeId:string
            AddProtectedRangeRequest protectedRange:ProtectedRange
            UpdateProtectedRangeRequest protectedRange:ProtectedRange fields:mask
            DeleteProtectedRangeRequest protectedRangeId:int
            SetBasicFilterRequest filter:BasicFilter
            ClearBasicFilterRequest sheetId:int
            AddConditionalFormatRuleRequest rule:ConditionalFormatRule index:int
            UpdateConditionalFormatRuleRequest index:int sheetId:int rule:ConditionalFormatRule newIndex:int?
            DeleteConditionalFormatRuleRequest index:int sheetId:int
            Request appendDimension:AppendDimensionRequest insertDimension:InsertDimensionRequest deleteDimension:DeleteDimensionRequest moveDimension:MoveDimensionRequest updateDimensionProperties:UpdateDimensionPropertiesRequest autoResizeDimensions:AutoResizeDimensionsRequest addDimensionGroup:AddDimensionGroupRequest deleteDimensionGroup:DeleteDimensionGroupRequest updateDimensionGroup:UpdateDimensionGroupRequest updateCells:UpdateCellsRequest repeatCell:RepeatCellRequest appendCells:AppendCellsRequest setDataValidation:SetDataValidationRequest copyPaste:CopyPasteRequest cutPaste:CutPasteRequest findReplace:FindReplaceRequest sortRange:SortRangeRequest updateBorders:UpdateBordersRequest mergeCells:MergeCellsRequest unmergeCells:UnmergeCellsRequest addSheet:AddSheetRequest deleteSheet:DeleteSheetRequest duplicateSheet:DuplicateSheetRequest updateSheetProperties:UpdateSheetPropertiesRequest updateSpreadsheetProperties:UpdateSpreadsheetPropertiesRequest createDeveloperMetadata:CreateDeveloperMetadataRequest updateDeveloperMetadata:UpdateDeveloperMetadataRequest deleteDeveloperMetadata:DeleteDeveloperMetadataRequest addNamedRange:AddNamedRangeRequest updateNamedRange:UpdateNamedRangeRequest deleteNamedRange:DeleteNamedRangeRequest addProtectedRange:AddProtectedRangeRequest updateProtectedRange:UpdateProtectedRangeRequest deleteProtectedRange:DeleteProtectedRangeRequest setBasicFilter:SetBasicFilterRequest clearBasicFilter:ClearBasicFilterRequest addConditionalFormatRule:AddConditionalFormatRuleRequest deleteConditionalFormatRule:DeleteConditionalFormatRuleRequest pasteData:PasteDataRequest insertRange:InsertRangeRequest deleteRange:DeleteRangeRequest updateConditionalFormatRule:UpdateConditionalFormatRuleRequest addBanding:!addBanding addChart:!addChart addCommentReply:!addCommentReply addDataSource:!addDataSource addFilterView:!addFilterView addSlicer:!addSlicer addTable:!addTable autoFill:!autoFill cancelDataSourceRefresh:!cancelDataSourceRefresh deleteBanding:!deleteBanding deleteComment:!deleteComment deleteCommentReply:!deleteCommentReply deleteDataSource:!deleteDataSource deleteDuplicates:!deleteDuplicates deleteEmbeddedObject:!deleteEmbeddedObject deleteFilterView:!deleteFilterView deleteTable:!deleteTable duplicateFilterView:!duplicateFilterView insertComment:!insertComment randomizeRange:!randomizeRange refreshDataSource:!refreshDataSource textToColumns:!textToColumns trimWhitespace:!trimWhitespace updateBanding:!updateBanding updateChartSpec:!updateChartSpec updateCommentPost:!updateCommentPost updateDataSource:!updateDataSource updateEmbeddedObjectBorder:!updateEmbeddedObjectBorder updateEmbeddedObjectPosition:!updateEmbeddedObjectPosition updateFilterView:!updateFilterView updateSlicerSpec:!updateSlicerSpec updateTable:!updateTable
            BatchUpdateSpreadsheetRequest requests:Request[] includeSpreadsheetInResponse:bool responseRanges:string[] responseIncludeGridData:bool commentsViewMode:CommentsViewMode
            """;

    private RequestMessages() {}
}
