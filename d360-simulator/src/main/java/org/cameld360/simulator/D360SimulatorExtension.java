package org.cameld360.simulator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A simulator for tests with JUnit 5 or 6. With {@code @ExtendWith} or in a static field with {@code @RegisterExtension} there is one for the class,
 * {@linkplain D360Simulator#reset() reset} after each test; in an instance field there is one for each test. Methods and constructors can have it
 * as a parameter.
 */
public final class D360SimulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private final D360Simulator.Builder builder;
    private @Nullable D360Simulator simulator;
    private @Nullable String startedBy;

    public D360SimulatorExtension() {
        this(D360Simulator.builder());
    }

    public D360SimulatorExtension(D360Simulator.Builder builder) {
        this.builder = builder;
    }

    /** The running simulator. */
    public D360Simulator simulator() {
        D360Simulator running = simulator;
        if (running == null) {
            throw new IllegalStateException("the simulator runs only while tests do");
        }
        return running;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        startUnlessRunning(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        startUnlessRunning(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        simulator().reset();
        closeIfStartedBy(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        closeIfStartedBy(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == D360Simulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return simulator();
    }

    private void startUnlessRunning(ExtensionContext context) {
        if (simulator == null) {
            simulator = builder.start();
            startedBy = context.getUniqueId();
        }
    }

    /** A nested class runs these callbacks again; only the outermost one ends what it began. */
    private void closeIfStartedBy(ExtensionContext context) {
        if (simulator != null && context.getUniqueId().equals(startedBy)) {
            simulator.close();
            simulator = null;
        }
    }
}
