package dev.sheetway.workspace.google;

import dev.sheetway.workspace.RowVisitor;
import dev.sheetway.workspace.google.CellsAnswer.Block;
import dev.sheetway.workspace.google.CellsAnswer.TabCells;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of some pieces, proven to come from the tabs that were meant. */
record PieceRows(List<Piece> pieces, List<Block> blocks) {
    private static final Block NOTHING = new Block(0, 0, List.of());

    /** @param titles that were asked for, by sheet id; empty result: the answer is about other tabs or other cells */
    static Optional<PieceRows> match(List<Piece> pieces, Map<Integer, String> titles, CellsAnswer answer) {
        Map<Integer, TabCells> tabs = new HashMap<>();
        answer.tabs().forEach(tab -> tabs.put(tab.sheetId(), tab));
        Map<Integer, Integer> used = new HashMap<>();
        List<Block> blocks = new ArrayList<>();
        for (Piece piece : pieces) {
            int sheetId = piece.part().sheetId();
            TabCells tab = tabs.get(sheetId);
            if (tab == null || !tab.title().equalsIgnoreCase(titles.get(sheetId))) {
                return Optional.empty();
            }
            int position = used.merge(sheetId, 1, Integer::sum) - 1;
            Optional<Block> block = block(piece, tab.blocks(), position);
            if (block.isEmpty()) {
                return Optional.empty();
            }
            blocks.add(block.get());
        }
        return Optional.of(new PieceRows(pieces, blocks));
    }

    void visit(RowVisitor visitor) {
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            blocks.get(i)
                    .rows()
                    .forEach(row -> visitor.row(piece.asked(), piece.part().startRow() + row.offset(), row.cells()));
        }
    }

    private static Optional<Block> block(Piece piece, List<Block> blocks, int position) {
        if (blocks.isEmpty()) {
            return Optional.of(NOTHING);
        }
        return position < blocks.size() && belongs(piece, blocks.get(position))
                ? Optional.of(blocks.get(position))
                : Optional.empty();
    }

    private static boolean belongs(Piece piece, Block block) {
        boolean bareBlank = block.rows().isEmpty() && block.startRow() == 0 && block.startColumn() == 0;
        return bareBlank
                || (block.startRow() == piece.part().startRow()
                        && block.startColumn() == piece.part().startColumn());
    }
}
