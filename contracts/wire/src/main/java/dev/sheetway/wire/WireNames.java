package dev.sheetway.wire;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of record types on the wire: the kebab-case of the record's name. */
final class WireNames {
    private WireNames() {}

    static String of(Class<?> type) {
        return type.getSimpleName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** The records that {@code sealed} permits, by their wire names. */
    static <T> Map<String, Class<? extends T>> permitted(Class<T> sealed) {
        return records(sealed)
                .<Class<? extends T>>map(type -> type.asSubclass(sealed))
                .collect(Collectors.toUnmodifiableMap(WireNames::of, Function.identity()));
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(WireNames::records)
                : Stream.of(type);
    }
}
