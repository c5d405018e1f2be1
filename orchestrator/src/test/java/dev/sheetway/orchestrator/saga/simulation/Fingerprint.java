package dev.sheetway.orchestrator.saga.simulation;

import dev.sheetway.contracts.plan.MigrationPlan;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** 64 bits of a value: among a million states two that differ collide with a chance of about 1e-8. */
public final class Fingerprint {
    private static final ClassValue<Method[]> ACCESSORS = new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .peek(each -> each.setAccessible(true))
                    .toArray(Method[]::new);
        }
    };

    /** Worlds share what did not change: most records were met before. Bounded; a place is overwritten when it is taken. */
    private static final ThreadLocal<Met> MET = ThreadLocal.withInitial(Met::new);

    private static final class Met {
        private static final int PLACES = 1 << 16;
        private final Record[] records = new Record[PLACES];
        private final long[] fingerprints = new long[PLACES];

        long fingerprint(Record record) {
            int place = (System.identityHashCode(record) * 0x9E3779B9) >>> 16;
            if (records[place] != record) {
                fingerprints[place] = fields(record);
                records[place] = record;
            }
            return fingerprints[place];
        }
    }

    private Fingerprint() {}

    /** Order counts in lists, not in sets and maps. Plans are told apart by name and rollback policy. */
    public static long of(Object value) {
        return switch (value) {
            case Set<?> set -> unordered(set);
            case Map<?, ?> map -> unordered(map.entrySet());
            case Map.Entry<?, ?> entry -> mix(of(entry.getKey()) * 31 + of(entry.getValue()));
            case Collection<?> list -> ordered(list);
            case Optional<?> optional -> optional.map(each -> mix(of(each) + 7)).orElse(5L);
            case MigrationPlan plan -> text(plan.name()) + (plan.rollback().automatic() ? 1 : 0);
            case Record record -> MET.get().fingerprint(record);
            case Enum<?> constant -> text(constant.name());
            case Integer number -> mix(number + 13L);
            case UUID id -> mix(id.getMostSignificantBits() * 31 + id.getLeastSignificantBits());
            case Instant time -> mix(time.getEpochSecond() * 1_000_003 + time.getNano());
            case Object other -> text(other.toString());
        };
    }

    /** Of two fingerprints in this order. */
    static long mixed(long one, long other) {
        return mix(one * 31 + other);
    }

    /** Order does not count, how often does. */
    static long unordered(Collection<?> values) {
        long sum = values.size();
        for (Object each : values) {
            sum += mix(of(each));
        }
        return mix(sum);
    }

    private static long ordered(Collection<?> values) {
        long hash = values.size();
        for (Object each : values) {
            hash = mix(hash * 31 + of(each));
        }
        return hash;
    }

    /** What is absent says nothing: a record that gets one more optional field keeps its fingerprint. */
    private static long fields(Record record) {
        long hash = record.getClass().getSimpleName().hashCode();
        for (Method accessor : ACCESSORS.get(record.getClass())) {
            Object field = field(record, accessor);
            if (!field.equals(Optional.empty())) {
                hash = mix(hash * 31 + accessor.getName().hashCode() + of(field));
            }
        }
        return hash;
    }

    private static Object field(Record record, Method accessor) {
        try {
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long text(String text) {
        return mix(text.hashCode() * 0x9E3779B97F4A7C15L + text.length());
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }
}
