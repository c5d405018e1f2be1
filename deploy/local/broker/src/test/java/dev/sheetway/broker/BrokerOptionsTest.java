package dev.sheetway.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrokerOptionsTest {

    @Test
    void readsTheCommandLineThatItWrites() {
        BrokerOptions options =
                new BrokerOptions(19092, 0, Path.of("data dir"), Path.of("run/port"), Optional.of(4711L));

        assertThat(BrokerOptions.parse(options.arguments())).isEqualTo(options);
    }

    @Test
    void namesAnUnknownOption() {
        assertThatThrownBy(() -> BrokerOptions.parse(List.of("--prot", "1")))
                .hasMessageStartingWith("unknown option --prot; expected --data-dir DIR");
    }

    @Test
    void wantsADataDirectory() {
        assertThatThrownBy(() -> BrokerOptions.parse(List.of("--port", "0")))
                .hasMessageStartingWith("--data-dir is missing");
    }
}
