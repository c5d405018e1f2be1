package dev.sheetway.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.sheetway.contracts.CommandId;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.TraceId;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.plan.MigrationPlan;
import java.io.IOException;
import java.io.Serial;
import java.util.function.Function;

/** The one JSON mapping of the contracts' records. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(contracts())
            .addMixIn(StepResult.class, TypeInProperty.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            // readers of an older release must survive what a newer one adds
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private Json() {}

    /** Shared and never reconfigured. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface TypeInProperty {}

    private static SimpleModule contracts() {
        SimpleModule module = new SimpleModule("sheetway-contracts");
        text(module, SpreadsheetId.class, SpreadsheetId::value, SpreadsheetId::new);
        text(module, MigrationId.class, MigrationId::toString, MigrationId::parse);
        text(module, TraceId.class, TraceId::value, TraceId::new);
        text(module, CommandId.class, CommandId::toString, CommandId::parse);
        text(module, Step.class, Step::wireName, Step::ofWireName);
        text(module, CommandType.class, CommandType::wireName, Json::commandType);
        module.addSerializer(MigrationPlan.class, new PlanSerializer());
        module.addDeserializer(MigrationPlan.class, new PlanDeserializer());
        WireNames.permitted(StepResult.class)
                .forEach((name, type) -> module.registerSubtypes(new NamedType(type, name)));
        return module;
    }

    private static CommandType commandType(String wireName) {
        for (CommandType type : CommandType.values()) {
            if (type.wireName().equals(wireName)) {
                return type;
            }
        }
        throw new IllegalArgumentException("command \"" + wireName + "\" is unknown");
    }

    private static <T> void text(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new TextSerializer<>(type, write));
        module.addDeserializer(type, new TextDeserializer<>(type, read));
    }

    private static final class TextSerializer<T> extends StdSerializer<T> {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Function<T, String> write;

        TextSerializer(Class<T> type, Function<T, String> write) {
            super(type);
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(write.apply(value));
        }
    }

    private static final class TextDeserializer<T> extends StdDeserializer<T> {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> read;

        TextDeserializer(Class<T> type, Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = json.getValueAsString();
            try {
                return read.apply(text == null ? "" : text);
            } catch (IllegalArgumentException e) {
                throw context.weirdStringException(String.valueOf(text), handledType(), String.valueOf(e.getMessage()));
            }
        }
    }

    private static final class PlanSerializer extends StdSerializer<MigrationPlan> {
        @Serial
        private static final long serialVersionUID = 1L;

        PlanSerializer() {
            super(MigrationPlan.class);
        }

        @Override
        public void serialize(MigrationPlan plan, JsonGenerator json, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(PlanJson.toJson(plan), json);
        }

        @Override
        public void serializeWithType(
                MigrationPlan plan, JsonGenerator json, SerializerProvider provider, TypeSerializer type)
                throws IOException {
            serialize(plan, json, provider);
        }
    }

    private static final class PlanDeserializer extends StdDeserializer<MigrationPlan> {
        @Serial
        private static final long serialVersionUID = 1L;

        PlanDeserializer() {
            super(MigrationPlan.class);
        }

        @Override
        public MigrationPlan deserialize(JsonParser json, DeserializationContext context) throws IOException {
            JsonNode tree = context.readTree(json);
            try {
                return PlanJson.accepted(tree);
            } catch (InvalidPlan e) {
                throw context.instantiationException(MigrationPlan.class, e);
            }
        }
    }
}
