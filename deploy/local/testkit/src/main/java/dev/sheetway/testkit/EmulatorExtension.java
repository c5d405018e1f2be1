package dev.sheetway.testkit;

import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.EmulatorOptions;
import java.io.IOException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * An emulator of Google of its own for each test, in memory, on a free port, as a parameter of type {@link Emulator}:
 * {@code @ExtendWith(EmulatorExtension.class)}. Its faults and counts disturb nobody else.
 */
public final class EmulatorExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(EmulatorExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        context.getStore(OURS).put(Emulator.class, Emulator.start(EmulatorOptions.inMemory()));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Emulator emulator = context.getStore(OURS).remove(Emulator.class, Emulator.class);
        if (emulator != null) {
            emulator.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Emulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return java.util.Objects.requireNonNull(context.getStore(OURS).get(Emulator.class));
    }
}
