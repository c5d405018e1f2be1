package dev.sheetway.emulator.proto;

/** Cells, formats and conditions. One line per message; {@code ?} marks a field whose default is kept when set. */
final class CellMessages {

    static final String TEXT = """
            enum ErrorType ERROR_TYPE_UNSPECIFIED ERROR NULL_VALUE DIVIDE_BY_ZERO VALUE REF NAME NUM N_A LOADING
            enum HorizontalAlign HORIZONTAL_ALIGN_UNSPECIFIED LEFT CENTER RIGHT
            enum VerticalAlign VERTICAL_ALIGN_UNSPECIFIED TOP MIDDLE BOTTOM
            enum WrapStrategy WRAP_STRATEGY_UNSPECIFIED OVERFLOW_CELL LEGACY_WRAP CLIP WRAP
            enum TextDirection TEXT_DIRECTION_UNSPECIFIED LEFT_TO_RIGHT RIGHT_TO_LEFT
            enum HyperlinkDisplayType HYPERLINK_DISPLAY_TYPE_UNSPECIFIED LINKED PLAIN_TEXT
            enum NumberFormatType NUMBER_FORMAT_TYPE_UNSPECIFIED TEXT NUMBER PERCENT CURRENCY DATE TIME DATE_TIME SCIENTIFIC
            enum BorderStyle STYLE_UNSPECIFIED DOTTED DASHED SOLID SOLID_MEDIUM SOLID_THICK NONE DOUBLE
            enum ThemeColorType THEME_COLOR_TYPE_UNSPECIFIED TEXT BACKGROUND ACCENT1 ACCENT2 ACCENT3 ACCENT4 ACCENT5 ACCENT6 LINK
            enum RelativeDate RELATIVE_DATE_UNSPECIFIED PAST_YEAR PAST_MONTH PAST_WEEK YESTERDAY TODAY TOMORROW
            enum InterpolationPointType INTERPOLATION_POINT_TYPE_UNSPECIFIED MIN MAX NUMBER PERCENT PERCENTILE
            enum ConditionType CONDITION_TYPE_UNSPECIFIED NUMBER_GREATER NUMBER_GREATER_THAN_EQ NUMBER_LESS NUMBER_LESS_THAN_EQ NUMBER_EQ NUMBER_NOT_EQ NUMBER_BETWEEN NUMBER_NOT_BETWEEN TEXT_CONTAINS TEXT_NOT_CONTAINS TEXT_STARTS_WITH TEXT_ENDS_WITH TEXT_EQ TEXT_IS_EMAIL TEXT_IS_URL DATE_EQ DATE_BEFORE DATE_AFTER DATE_ON_OR_BEFORE DATE_ON_OR_AFTER DATE_BETWEEN DATE_NOT_BETWEEN DATE_IS_VALID ONE_OF_RANGE ONE_OF_LIST BLANK NOT_BLANK CUSTOM_FORMULA BOOLEAN TEXT_NOT_EQ DATE_NOT_EQ FILTER_EXPRESSION
            Color red:float green:float blue:float alpha:float?
            ColorStyle rgbColor:Color themeColor:ThemeColorType
            Link uri:string
            TextFormat foregroundColor:Color foregroundColorStyle:ColorStyle fontFamily:string fontSize:int bold:bool? italic:bool? strikethrough:bool? underline:bool? link:Link
            TextFormatRun startIndex:int format:TextFormat
            NumberFormat type:NumberFormatType pattern:string
            Padding top:int? right:int? bottom:int? left:int?
            TextRotation angle:int? vertical:bool?
            Border style:BorderStyle width:int color:Color colorStyle:ColorStyle
            Borders top:Border bottom:Border left:Border right:Border
            CellFormat numberFormat:NumberFormat backgroundColor:Color backgroundColorStyle:ColorStyle borders:Borders padding:Padding horizontalAlignment:HorizontalAlign verticalAlignment:VerticalAlign wrapStrategy:WrapStrategy textDirection:TextDirection textFormat:TextFormat hyperlinkDisplayType:HyperlinkDisplayType textRotation:TextRotation
            ErrorValue type:ErrorType message:string
            ExtendedValue numberValue:double? stringValue:string? boolValue:bool? formulaValue:string? errorValue:ErrorValue
            ConditionValue relativeDate:RelativeDate userEnteredValue:string?
            BooleanCondition type:ConditionType values:ConditionValue[]
            DataValidationRule condition:BooleanCondition inputMessage:string strict:bool showCustomUi:bool
            CellData userEnteredValue:ExtendedValue effectiveValue:ExtendedValue formattedValue:string userEnteredFormat:CellFormat effectiveFormat:CellFormat hyperlink:string note:string textFormatRuns:TextFormatRun[] dataValidation:DataValidationRule pivotTable:!PivotTable dataSourceTable:!DataSourceTable dataSourceFormula:!DataSourceFormula chipRuns:!ChipRun[]
            RowData values:CellData[]
            InterpolationPoint color:Color colorStyle:ColorStyle type:InterpolationPointType value:string
            GradientRule minpoint:InterpolationPoint midpoint:InterpolationPoint maxpoint:InterpolationPoint
            BooleanRule condition:BooleanCondition format:CellFormat
            ConditionalFormatRule ranges:GridRange[] booleanRule:BooleanRule gradientRule:GradientRule
            """;

    private CellMessages() {}
}
