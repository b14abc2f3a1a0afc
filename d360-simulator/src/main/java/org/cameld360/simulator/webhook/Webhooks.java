package org.cameld360.simulator.webhook;

import java.util.function.UnaryOperator;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.DeliveryStatus;
import org.cameld360.simulator.ReceivedMessage;
import org.cameld360.simulator.StatusChange;
import org.cameld360.simulator.conversation.ChatMessage;
import org.cameld360.simulator.delivery.StatusListener;
import org.cameld360.simulator.inbound.InboundListener;

/** Tells the business what happens, in the shape of the API that the message went through. */
public final class Webhooks implements StatusListener, InboundListener {

    private final WebhookTargets targets;
    private final WebhookSender sender;
    private final UnaryOperator<String> urls;

    /** The urls make v2's download address from the id of inbound media. */
    public Webhooks(WebhookTargets targets, WebhookSender sender, UnaryOperator<String> urls) {
        this.targets = targets;
        this.sender = sender;
        this.urls = urls;
    }

    @Override
    public void changed(String owner, ReceivedMessage message, StatusChange change) {
        boolean v1 = message.apiVersion() == ApiVersion.V1;
        if (v1 && change.status() == DeliveryStatus.PLAYED) {
            return;
        }
        targets.of(owner)
                .ifPresent(target -> sender.send(
                        target, v1 ? V1Payloads.status(message, change) : V2Payloads.status(owner, message, change)));
    }

    @Override
    public void arrived(String owner, ChatMessage message) {
        boolean v1 = message.apiVersion() == ApiVersion.V1;
        targets.of(owner)
                .ifPresent(target -> sender.send(
                        target, v1 ? V1Payloads.inbound(message) : V2Payloads.inbound(owner, message, urls)));
    }
}
