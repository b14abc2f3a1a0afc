package org.cameld360.simulator;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.cameld360.simulator.call.Keys;
import org.cameld360.simulator.conversation.Chats;
import org.cameld360.simulator.delivery.Outbox;
import org.cameld360.simulator.fault.FaultScript;
import org.cameld360.simulator.inbound.InboundDesk;
import org.cameld360.simulator.inspect.Inspector;
import org.cameld360.simulator.inspect.Inspectors;
import org.cameld360.simulator.limit.Limiter;
import org.cameld360.simulator.media.MediaFolder;
import org.cameld360.simulator.media.MediaStore;
import org.cameld360.simulator.message.MessageLog;
import org.cameld360.simulator.page.InboundCalls;
import org.cameld360.simulator.page.PageApi;
import org.cameld360.simulator.server.CallLog;
import org.cameld360.simulator.server.Servers;
import org.cameld360.simulator.time.Timeline;
import org.cameld360.simulator.v1.V1Api;
import org.cameld360.simulator.v2.DownloadUrls;
import org.cameld360.simulator.v2.V2Api;
import org.cameld360.simulator.webhook.WebhookSender;
import org.cameld360.simulator.webhook.WebhookSettings;
import org.cameld360.simulator.webhook.WebhookTargets;
import org.cameld360.simulator.webhook.Webhooks;

/** What a simulator is made of, put together. */
final class Parts implements AutoCloseable {

    final Timeline timeline;
    final MediaStore store;
    final MessageLog messages;
    final Chats chats;
    final CallLog calls;
    final FaultScript faults;
    final InboundDesk desk;
    final WebhookSender sender;
    final WireMockServer server;
    private final Inspector inspector;
    private final MediaFolder folder;
    private final Limiter limiter;
    private final WebhookTargets targets;

    Parts(D360Simulator.Builder builder, List<String> keys, Runnable reset) {
        // First, as it may not be there.
        this.inspector = Inspectors.of(builder.inspection);
        this.timeline = new Timeline(builder.clock);
        Clock clock = timeline.clock();
        this.folder = builder.dataFolder == null ? MediaFolder.temporary() : MediaFolder.at(builder.dataFolder);
        this.store = new MediaStore(folder, clock);
        this.messages = new MessageLog(builder.keep);
        this.chats = new Chats(builder.keep);
        this.calls = new CallLog(builder.keep, clock, builder.onCall);
        this.faults = new FaultScript(builder.faultRates);
        this.limiter = new Limiter(builder.limits, clock, store);
        this.targets = new WebhookTargets(builder.webhook);
        this.sender = new WebhookSender(timeline);
        DownloadUrls urls = new DownloadUrls(clock);
        Webhooks webhooks = new Webhooks(targets, sender, urls::webhookUrlOf);
        this.desk = new InboundDesk(store, chats, clock, webhooks);
        Outbox outbox = new Outbox(messages, chats, store, timeline, builder.delivery, inspector, webhooks);
        Keys known = new Keys(Set.copyOf(keys));
        PageApi page = new PageApi(
                chats,
                calls.feed(),
                store,
                new InboundCalls(desk, keys),
                () -> Info.of(this, keys),
                timeline::travel,
                reset);
        this.server = Servers.create(
                builder.port,
                new V1Api(known, store, limiter, outbox, new WebhookSettings(targets), clock),
                new V2Api(known, store, limiter, outbox, urls, clock),
                page::answer,
                faults,
                calls,
                folder);
    }

    void start() {
        server.start();
        timeline.start();
    }

    void clear() {
        timeline.reset();
        sender.clear();
        targets.clear();
        faults.clear();
        limiter.clear();
        store.clear();
        messages.clear();
        chats.clear();
        calls.clear();
    }

    @Override
    public void close() {
        chats.feed().close();
        calls.feed().close();
        if (server.isRunning()) {
            server.stop();
        }
        timeline.close();
        inspector.close();
        sender.close();
        store.clear();
        folder.close();
    }
}
