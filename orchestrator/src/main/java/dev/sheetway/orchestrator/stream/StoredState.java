package dev.sheetway.orchestrator.stream;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import dev.sheetway.orchestrator.saga.DueTimes;
import dev.sheetway.orchestrator.saga.OutstandingCommands;
import dev.sheetway.orchestrator.saga.Retention;
import dev.sheetway.orchestrator.saga.SagaState;
import dev.sheetway.orchestrator.saga.SpreadsheetState;
import dev.sheetway.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The store's value: a spreadsheet's state as JSON, with what a starting task must know of it in front, so that a task
 * with thousands of spreadsheets starts without reading every plan.
 *
 * @param due epoch milliseconds of the next time that it waits for, rounded up; absent: none
 * @param waitsSince epoch milliseconds, see {@link DueTimes#waitsSince}
 * @param outstanding number of commands whose answers it waits for
 */
record StoredState(Optional<Long> due, Optional<Long> waitsSince, int outstanding, SpreadsheetState spreadsheet) {
    private static final ObjectMapper MAPPER = mapper();

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface TypeInProperty {}

    private static ObjectMapper mapper() {
        ObjectMapper mapper = Json.mapper().copy();
        for (Class<?> sealed : List.of(SagaState.class, Retention.Stage.class)) {
            mapper.addMixIn(sealed, TypeInProperty.class);
            leaves(sealed).forEach(type -> mapper.registerSubtypes(new NamedType(type, type.getSimpleName())));
        }
        return mapper;
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(StoredState::leaves)
                : Stream.of(type);
    }

    static byte[] write(SpreadsheetState state) {
        try {
            Optional<Long> due = DueTimes.next(state).map(StoredState::roundedUp);
            Optional<Long> since = DueTimes.waitsSince(state).map(Instant::toEpochMilli);
            return MAPPER.writeValueAsBytes(
                    new StoredState(due, since, OutstandingCommands.of(state).size(), state));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long roundedUp(Instant due) {
        return due.plusNanos(999_999).toEpochMilli();
    }

    /** @throws UncheckedIOException when the value is not one that {@link #write} wrote: the store is broken */
    static SpreadsheetState read(byte[] value) {
        try {
            return MAPPER.readValue(value, StoredState.class).spreadsheet();
        } catch (IOException e) {
            throw new UncheckedIOException("the saga store holds a value that is no spreadsheet's state", e);
        }
    }

    /** The fields before the state, without reading the state. */
    static Preface preface(byte[] value) {
        Optional<Instant> due = Optional.empty();
        Optional<Instant> since = Optional.empty();
        int outstanding = 0;
        try (JsonParser json = MAPPER.createParser(value)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                switch (json.currentName()) {
                    case "due" -> due = Optional.of(Instant.ofEpochMilli(json.nextLongValue(0)));
                    case "waitsSince" -> since = Optional.of(Instant.ofEpochMilli(json.nextLongValue(0)));
                    case "outstanding" -> outstanding = json.nextIntValue(0);
                    default -> {
                        return new Preface(due, since, outstanding);
                    }
                }
            }
            return new Preface(due, since, outstanding);
        } catch (IOException e) {
            throw new UncheckedIOException("the saga store holds a value that is no spreadsheet's state", e);
        }
    }

    record Preface(Optional<Instant> due, Optional<Instant> waitsSince, int outstanding) {}
}
