package dev.sheetway.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aFlagWinsOverTheEnvironment() {
        Ports ports = Ports.of(
                Map.of(Part.BROKER, 1111), Map.of("SHEETWAY_BROKER_PORT", "2222", "SHEETWAY_VERIFY_PORT", "3333"));

        assertThat(ports.chosen()).isEqualTo(Map.of(Part.BROKER, 1111, Part.VERIFY_SERVICE, 3333));
    }

    @Test
    void anEnvironmentVariableThatIsNoNumberIsNamed() {
        assertThatThrownBy(() -> Ports.of(Map.of(), Map.of("SHEETWAY_BROKER_PORT", "kafka")))
                .hasMessage("SHEETWAY_BROKER_PORT=kafka: expected a port number; nothing was started");
    }

    @Test
    void freePortsAreDistinct() {
        assertThat(Ports.free().chosen().values()).doesNotHaveDuplicates().hasSize(Part.values().length);
    }
}
