package org.cameld360.simulator.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.cameld360.simulator.ReceivedMessage;
import org.cameld360.simulator.call.RefusedException;
import org.cameld360.simulator.call.Rule;
import org.cameld360.simulator.media.MediaStore;
import org.cameld360.simulator.rules.ApiRules;
import org.cameld360.simulator.rules.MediaKind;

/** Checks a message against the rules of its version. Beside media it knows text; all other types are unknown to it. */
public final class MessageReader {

    private static final String TEXT = "text";

    private final ApiRules rules;
    private final MediaObjectReader mediaObjects;
    private final Clock clock;

    public MessageReader(ApiRules rules, MediaStore store, Clock clock) {
        this.rules = rules;
        this.mediaObjects = new MediaObjectReader(rules, store);
        this.clock = clock;
    }

    /**
     * The message, checked.
     *
     * @throws RefusedException where it breaks a rule
     */
    public ReceivedMessage read(ObjectNode json, String owner, String id) {
        Fields fields = new Fields(json, "");
        String to = recipient(fields);
        String type = fields.text("type", Rule.TYPE_MISSING);
        Optional<MediaKind> kind = MediaKind.ofWireName(type);
        if (kind.isEmpty() && !type.equals(TEXT)) {
            throw new RefusedException(Rule.TYPE_UNKNOWN, "Param type is not a supported message type: " + type);
        }
        Set<String> known = new HashSet<>(rules.envelope());
        known.add(type);
        fields.refuseOthersThan(known);
        Fields object = fields.object(type, Rule.OBJECT_MISSING);
        MediaObject media = MediaObject.NONE;
        if (kind.isPresent()) {
            media = mediaObjects.read(kind.get(), object, owner);
        } else {
            checkText(object);
        }
        return new ReceivedMessage(
                rules.version(),
                id,
                to,
                type,
                media.id(),
                media.link(),
                media.caption(),
                media.fileName(),
                media.voice(),
                Context.replyTo(fields),
                Context.callbackData(fields),
                clock.instant(),
                json);
    }

    private String recipient(Fields fields) {
        String recipientType = fields.text("recipient_type");
        if (recipientType != null && !recipientType.equals("individual")) {
            throw new RefusedException(Rule.RECIPIENT_TYPE_WRONG, "Param recipient_type must be individual");
        }
        String to = fields.text("to", Rule.RECIPIENT_MISSING);
        if (!rules.recipient().matcher(to).matches()) {
            throw new RefusedException(Rule.RECIPIENT_WRONG, "Param to is not a valid phone number");
        }
        return to;
    }

    private void checkText(Fields text) {
        text.refuseOthersThan(rules.textFields());
        text.text("body", Rule.TEXT_MISSING);
    }
}
