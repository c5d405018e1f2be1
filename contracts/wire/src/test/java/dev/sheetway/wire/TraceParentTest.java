package dev.sheetway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.TraceId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    private static Headers headers(String traceparent) {
        return new RecordHeaders().add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(WireMessage message) {
        return new String(message.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-" + TRACE + "-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN + "-00",
                "cc-" + TRACE + "-" + SPAN + "-01-what-the-future-will-be-like"
            })
    void readsTheTrace(String traceparent) {
        assertThat(TraceParent.traceId(headers(traceparent))).contains(new TraceId(TRACE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-" + TRACE + "-" + SPAN,
                "00-" + TRACE + "-" + SPAN + "-01-more",
                "ff-" + TRACE + "-" + SPAN + "-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01",
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-" + TRACE + "-" + SPAN + "-1",
                " 00-" + TRACE + "-" + SPAN + "-01"
            })
    void takesWhatIsNotValidForNone(String traceparent) {
        assertThat(TraceParent.traceId(headers(traceparent))).isEmpty();
    }

    @Test
    void everyMessageHasTheTraceOfItsMigrationAndAnIdOfItsOwn() {
        List<String> written = CodecTest.commands().stream()
                .map(command -> text(CommandCodec.encode(command, CodecTest.AT)))
                .distinct()
                .toList();

        String trace = CodecTest.HEADER.migrationId().toString().replace("-", "");
        assertThat(written).allMatch(each -> each.matches("00-" + trace + "-[0-9a-f]{16}-00"));
        WireMessage entry = JournalCodec.encode(CodecTest.entries().getFirst(), "entry-1");
        assertThat(text(entry)).startsWith("00-" + trace + "-").isNotIn(written);
        assertThat(text(JournalCodec.encode(CodecTest.entries().getFirst(), "entry-1")))
                .as("a copy is the same message")
                .isEqualTo(text(entry));
    }

    @Test
    void aMessageOfAnotherTraceKeepsItsOwnId() {
        WireMessage message = CommandCodec.encode(CodecTest.commands().getFirst(), CodecTest.AT);

        WireMessage traced = message.traced(new TraceId(TRACE));

        assertThat(TraceParent.traceId(traced.headers())).contains(new TraceId(TRACE));
        assertThat(text(traced).substring(35)).isEqualTo(text(message).substring(35));
        assertThat(traced.headers().headers("traceparent")).hasSize(1);
    }
}
