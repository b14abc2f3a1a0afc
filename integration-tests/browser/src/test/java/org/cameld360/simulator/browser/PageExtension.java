package org.cameld360.simulator.browser;

import org.cameld360.simulator.D360Simulator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One browser for all tests; a simulator of its own, and a page that was not opened yet, for each. Skips the tests where there is no browser. */
final class PageExtension implements ExecutionCondition, BeforeEachCallback, AfterEachCallback {

    private static final ExtensionContext.Namespace SHARED = ExtensionContext.Namespace.create(PageExtension.class);

    private D360Simulator simulator;
    private Page page;

    D360Simulator simulator() {
        return simulator;
    }

    Page page() {
        return page;
    }

    Sender sender() {
        return new Sender(simulator);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getRoot()
                .getStore(SHARED)
                .getOrComputeIfAbsent("condition", key -> condition(), ConditionEvaluationResult.class);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Shared shared =
                context.getRoot().getStore(SHARED).getOrComputeIfAbsent("browser", key -> new Shared(), Shared.class);
        simulator = D360Simulator.start();
        page = new Page(shared.chromium.driver(), simulator);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        page.leave();
        simulator.close();
    }

    private static ConditionEvaluationResult condition() {
        return Chromium.missing()
                .map(missing -> {
                    System.out.println("The browser tests are skipped: " + missing);
                    return ConditionEvaluationResult.disabled(missing);
                })
                .orElseGet(() -> ConditionEvaluationResult.enabled("there is a browser"));
    }

    /** Is closed by JUnit after the last test. */
    private static final class Shared implements AutoCloseable, ExtensionContext.Store.CloseableResource {

        private final Chromium chromium = Chromium.start();

        @Override
        public void close() {
            chromium.close();
        }
    }
}
