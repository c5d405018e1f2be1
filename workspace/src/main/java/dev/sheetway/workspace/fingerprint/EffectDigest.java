package dev.sheetway.workspace.fingerprint;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.Effect.CellWrite;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.NumberFormat;
import java.util.List;
import java.util.Optional;

/** Digest of what a batch changes: equal effects in equal order have an equal digest, whatever process computed it. */
public final class EffectDigest {
    private final CanonicalBytes bytes = new CanonicalBytes();

    private EffectDigest() {}

    /** Hex SHA-256. */
    public static String of(List<Effect> effects) {
        EffectDigest digest = new EffectDigest();
        effects.forEach(digest::add);
        return digest.bytes.sha256();
    }

    private void add(Effect effect) {
        bytes.text(effect.getClass().getSimpleName());
        switch (effect) {
            case Effect.InsertColumns e ->
                bytes.number(e.sheetId()).number(e.at()).number(e.count()).flag(e.inherit());
            case Effect.InsertRows e ->
                bytes.number(e.sheetId()).number(e.at()).number(e.count()).flag(e.inherit());
            case Effect.WriteCells e -> {
                bytes.number(e.sheetId())
                        .number(e.row())
                        .number(e.column())
                        .number(e.rows().size());
                e.rows().forEach(this::row);
            }
            case Effect.PutCells e -> {
                bytes.number(e.sheetId())
                        .number(e.row())
                        .number(e.column())
                        .number(e.rows().size())
                        .text(e.extent().name());
                e.rows().forEach(this::cells);
            }
            case Effect.FillCells e -> area(e.area()).cell(e.cell());
            case Effect.SetValidation e -> area(e.area()).bytes.text(e.rule());
            case Effect.AnchorColumn e ->
                bytes.number(e.sheetId())
                        .number(e.column())
                        .number(e.metadataId())
                        .text(e.key())
                        .text(e.value());
            case Effect.RemoveMetadata e -> bytes.number(e.metadataId());
            case Effect.PutSpreadsheetMetadata e ->
                bytes.text(e.replaces().map(String::valueOf)).text(e.key()).text(e.value());
            case Effect.AddTab e ->
                bytes.number(e.sheetId())
                        .text(e.title())
                        .number(e.rows())
                        .number(e.columns())
                        .flag(e.hidden());
            case Effect.CopyCells e -> area(e.from()).area(e.to());
            case Effect.CopyRules e -> area(e.from()).area(e.to());
            case Effect.RetireTab e -> bytes.number(e.sheetId()).text(e.title());
            case Effect.RenameTab e -> bytes.number(e.sheetId()).text(e.title());
            case Effect.DeleteColumns e ->
                bytes.number(e.sheetId()).number(e.start()).number(e.end());
            case Effect.TakeLock e -> bytes.text(e.owner());
            case Effect.ReleaseLock e -> {}
        }
    }

    private void row(List<CellWrite> cells) {
        bytes.number(cells.size());
        cells.forEach(this::cell);
    }

    private void cells(List<Cell> cells) {
        bytes.number(cells.size());
        for (Cell cell : cells) {
            bytes.bytes(CanonicalCell.bytes(cell))
                    .text(cell.format().map(format -> format.type() + " " + format.pattern()))
                    .text(cell.validation())
                    .text(cell.look());
        }
    }

    private EffectDigest area(GridArea area) {
        bytes.number(area.sheetId())
                .number(area.startRow())
                .number(area.endRow())
                .number(area.startColumn())
                .number(area.endColumn());
        return this;
    }

    private void cell(CellWrite cell) {
        Optional<CellContent> content = cell.content();
        bytes.flag(content.isPresent());
        content.ifPresent(value -> bytes.bytes(CanonicalCell.bytes(value)));
        bytes.text(cell.format().map(NumberFormat::type)).text(cell.format().map(NumberFormat::pattern));
    }
}
