package dev.sheetway.workspace.fingerprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A keyed table and what random edits, insertions and deletions made of it, with their numbers. */
record RandomTable(String[] before, String[] after, int inserted, int deleted, int edited) {

    static RandomTable edited(Random random) {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        int inserted = 0;
        int deleted = 0;
        int edited = 0;
        int rows = 1 + random.nextInt(60);
        for (int i = 0; i < rows; i++) {
            String row = "k" + i + ",v" + random.nextInt(3) + ",=C" + i + ",x";
            before.add(row);
            switch (random.nextInt(8)) {
                case 0 -> deleted++;
                case 1 -> {
                    after.add(row.replace(",x", ",y"));
                    edited++;
                }
                case 2 -> {
                    after.add("n" + i + ",w,,x");
                    after.add(row);
                    inserted++;
                }
                default -> after.add(row);
            }
        }
        if (after.isEmpty()) {
            after.add("n,w,,x");
            inserted++;
        }
        return new RandomTable(before.toArray(String[]::new), after.toArray(String[]::new), inserted, deleted, edited);
    }
}
