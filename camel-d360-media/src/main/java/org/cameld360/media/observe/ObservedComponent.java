package org.cameld360.media.observe;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.apache.camel.spi.Metadata;
import org.apache.camel.support.HealthCheckComponent;
import org.cameld360.media.client.ApiOperation;
import org.cameld360.media.client.Reachability;
import org.jspecify.annotations.Nullable;

/** What operators see of the component: its attributes in JMX, and its health check. */
@ManagedResource(description = "Managed d360-media component")
public abstract class ObservedComponent extends HealthCheckComponent implements D360MediaDevConsole.Observed {

    @Metadata(
            label = "health",
            description = "Whether there is a second health check, which connects to the host of the API and checks its"
                    + " certificate, without a request. It is one of Camel's producer checks, and off with them.")
    private boolean healthCheckConnectionEnabled;

    private final Figures figures = new Figures(Clock.systemUTC());
    private volatile @Nullable Observer observer;
    private final List<AbstractHealthCheck> healthChecks = new ArrayList<>();

    protected ObservedComponent() {}

    protected ObservedComponent(CamelContext context) {
        super(context);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        addHealthChecks();
    }

    @Override
    protected void doStop() throws Exception {
        removeHealthChecks();
        super.doStop();
    }

    /** Who is told of what happens: the figures, and meters where there are any. */
    public Observer observer() {
        Observer known = observer;
        if (known == null) {
            known = Meters.observer(getCamelContext(), figures);
            observer = known;
        }
        return known;
    }

    @Override
    public Figures figures() {
        return figures;
    }

    /** The hosts that started endpoints use. */
    protected abstract Reachability reachability();

    public boolean isHealthCheckConnectionEnabled() {
        return healthCheckConnectionEnabled;
    }

    /** Whether there is a second health check, which connects to the host of the API. */
    public void setHealthCheckConnectionEnabled(boolean healthCheckConnectionEnabled) {
        this.healthCheckConnectionEnabled = healthCheckConnectionEnabled;
    }

    private void addHealthChecks() {
        String id = "producer:" + nameInContext();
        if (isHealthCheckProducerEnabled()) {
            add(new D360MediaHealthCheck(id, figures));
        }
        if (healthCheckConnectionEnabled) {
            add(new ConnectionHealthCheck(id + "-connection", reachability()));
        }
    }

    private void add(AbstractHealthCheck check) {
        WritableHealthCheckRepository checks = healthChecks();
        if (checks != null) {
            check.setEnabled(checks.isEnabled());
            checks.addHealthCheck(check);
            healthChecks.add(check);
        }
    }

    /** A context may have several, under names of their own. */
    private String nameInContext() {
        return getCamelContext().getComponentNames().stream()
                .filter(name -> getCamelContext().hasComponent(name) == this)
                .findFirst()
                .orElse("d360-media");
    }

    private void removeHealthChecks() {
        WritableHealthCheckRepository checks = healthChecks();
        if (checks != null) {
            healthChecks.forEach(checks::removeHealthCheck);
        }
        healthChecks.clear();
    }

    private @Nullable WritableHealthCheckRepository healthChecks() {
        return HealthCheckHelper.getHealthCheckRepository(
                getCamelContext(), "producers", WritableHealthCheckRepository.class);
    }

    @ManagedAttribute(description = "Uploads that went well")
    public long getUploads() {
        return figures.calls(ApiOperation.UPLOAD, Outcome.OK);
    }

    @ManagedAttribute(description = "Uploads that failed")
    public long getFailedUploads() {
        return figures.failures(ApiOperation.UPLOAD);
    }

    @ManagedAttribute(description = "Bytes of media that were uploaded")
    public long getUploadedBytes() {
        return figures.uploadedBytes();
    }

    @ManagedAttribute(description = "Bytes of media that were downloaded")
    public long getDownloadedBytes() {
        return figures.downloadedBytes();
    }

    @ManagedAttribute(description = "Messages that were accepted")
    public long getMessages() {
        return figures.calls(ApiOperation.SEND, Outcome.OK);
    }

    @ManagedAttribute(description = "Messages that failed, those in doubt included")
    public long getFailedMessages() {
        return figures.failures(ApiOperation.SEND);
    }

    @ManagedAttribute(description = "Messages that may or may not have been accepted")
    public long getMessagesInDoubt() {
        return figures.calls(ApiOperation.SEND, Outcome.IN_DOUBT);
    }

    @ManagedAttribute(description = "What was refused before any request")
    public long getRejections() {
        return figures.rejections();
    }

    @ManagedAttribute(description = "Requests that were made once more, since they failed")
    public long getRepeats() {
        return figures.repeats();
    }

    @ManagedAttribute(description = "Media that went by the id of an earlier upload")
    public long getReusedIds() {
        return figures.reusedIds();
    }

    @ManagedAttribute(description = "Milliseconds that requests have waited for their turn, all together")
    public long getHeldBackMillis() {
        return figures.heldBack().toMillis();
    }

    @ManagedOperation(description = "All counts from zero")
    public void resetFigures() {
        figures.reset();
    }
}
