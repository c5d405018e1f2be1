package dev.sheetway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.request.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code -Dsheetway.write-asyncapi=true} writes the document anew. */
class AsyncApiTest {
    private static final Path FILE = Path.of("../../docs/reference/asyncapi.yaml");
    private static final Instant AT = Instant.parse("2026-03-01T10:15:30Z");
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .build());

    @Test
    void theDocumentSaysWhatTheTypesSay() throws IOException {
        String made = YAML.writerWithDefaultPrettyPrinter().writeValueAsString(AsyncApi.document());
        if (Boolean.getBoolean("sheetway.write-asyncapi")) {
            Files.writeString(FILE, made);
        }

        assertThat(Files.readString(FILE))
                .as("docs/reference/asyncapi.yaml; write it anew with -Dsheetway.write-asyncapi=true")
                .isEqualTo(made);
    }

    static Stream<WireMessage> messages() {
        Request.Migrate migrate = CodecTest.aRequest();
        return Stream.of(
                        CodecTest.commands().stream().map(command -> CommandCodec.encode(command, AT)),
                        CodecTest.events().stream().map(event -> EventCodec.encode(event, "/sheetway/x", AT)),
                        CodecTest.entries().stream().map(entry -> JournalCodec.encode(entry, "entry")),
                        Stream.of(
                                        migrate,
                                        new Request.Preview(
                                                "r",
                                                migrate.spreadsheetId(),
                                                "ana",
                                                migrate.plan(),
                                                migrate.planChecksum()),
                                        new Request.Steer(
                                                "r",
                                                migrate.spreadsheetId(),
                                                "ana",
                                                Request.Steering.CANCEL,
                                                MigrationId.of(migrate.spreadsheetId(), "r"),
                                                "why"))
                                .map(request -> RequestCodec.encode(request, "/ops", AT)))
                .flatMap(stream -> stream);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void whatIsWrittenIsWhatTheDocumentSays(WireMessage message) throws IOException {
        String name = type(message);

        assertThat(problems(name, message.value())).as(name).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void theDocumentRefusesWhatIsNot(WireMessage message) throws IOException {
        ObjectNode broken = (ObjectNode) Json.mapper().readTree(message.value());
        broken.put("spreadsheetId", 7);

        assertThat(problems(type(message), Json.mapper().writeValueAsBytes(broken)))
                .isNotEmpty();
    }

    private static String type(WireMessage message) {
        return new String(message.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
    }

    private static List<?> problems(String name, byte[] value) throws IOException {
        JsonNode document = YAML.readTree(FILE.toFile());
        ObjectNode payload = (ObjectNode) Optional.of(document.at("/components/messages/"
                        + name.replaceFirst("^sheetway\\.", "").replaceFirst("\\.v1$", "") + "/payload"))
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new AssertionError("no message " + name));
        payload = payload.deepCopy().set("components", document.path("components"));
        // plans have a schema and tests of their own
        String text = payload.toString().replace("\"" + RecordSchemas.PLAN + "\"", "\"#/components/any\"");
        ObjectNode whole = (ObjectNode) Json.mapper().readTree(text);
        ((ObjectNode) whole.path("components")).putObject("any").put("type", "object");
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON);
        return schema.validate(new String(value, StandardCharsets.UTF_8), InputFormat.JSON);
    }
}
