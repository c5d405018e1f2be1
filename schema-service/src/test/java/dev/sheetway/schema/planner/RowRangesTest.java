package dev.sheetway.schema.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RowRangesTest {

    @Test
    void joinsNeighbours() {
        // Given
        RowRanges.Builder rows = new RowRanges.Builder();
        // When
        rows.add(3);
        rows.add(4);
        rows.add(7);
        // Then
        assertThat(rows.build().ranges()).containsExactly(new RowRanges.Range(3, 5), new RowRanges.Range(7, 8));
        assertThat(rows.build().count()).isEqualTo(3);
    }

    @RepeatedTest(50)
    void subtractsAndUnitesLikeSets(RepetitionInfo repetition) {
        // Given
        Random random = new Random(repetition.getCurrentRepetition());
        BitSet one = bits(random);
        BitSet other = bits(random);
        BitSet difference = (BitSet) one.clone();
        difference.andNot(other);
        BitSet union = (BitSet) one.clone();
        union.or(other);
        // When
        RowRanges minus = rows(one).minus(rows(other));
        RowRanges plus = rows(one).plus(rows(other));
        // Then
        assertThat(minus).isEqualTo(rows(difference));
        assertThat(plus).isEqualTo(rows(union));
    }

    private static BitSet bits(Random random) {
        BitSet bits = new BitSet();
        random.ints(random.nextInt(30), 0, 40).forEach(bits::set);
        return bits;
    }

    private static RowRanges rows(BitSet bits) {
        RowRanges.Builder rows = new RowRanges.Builder();
        bits.stream().forEach(rows::add);
        return rows.build();
    }
}
