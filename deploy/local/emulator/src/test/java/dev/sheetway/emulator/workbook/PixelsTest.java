package dev.sheetway.emulator.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PixelsTest {
    @Test
    void everyPixelSizeSurvivesTheRoundTrip() {
        for (int pixels = 0; pixels <= 1_785; pixels++) {
            // POI keeps a width as 1/256 of a digit and a file as a decimal number of digits
            assertThat(Pixels.ofWidth(Math.round(Pixels.toWidth(pixels) / 256.0 * 256)))
                    .isEqualTo(pixels);
            assertThat(Pixels.ofHeight(Pixels.toHeight(pixels))).isEqualTo(pixels);
        }
    }
}
