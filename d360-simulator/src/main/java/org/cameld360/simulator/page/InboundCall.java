package org.cameld360.simulator.page;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.call.Answer;
import org.cameld360.simulator.call.Call;
import org.cameld360.simulator.conversation.ChatMessage;
import org.cameld360.simulator.conversation.Chats;
import org.cameld360.simulator.inbound.InboundDesk;
import org.cameld360.simulator.inbound.InboundMessage;
import org.cameld360.simulator.inbound.InboundTypes;
import org.cameld360.simulator.media.ContentType;
import org.jspecify.annotations.Nullable;

/** Media or a text that someone at the page sends to the business: the body is what is sent, the query says from whom and how. */
final class InboundCall {

    private static final Set<String> TYPES = Set.of("image", "video", "audio", "document", "sticker");
    private static final int LONGEST_TEXT = 4_096;

    private final InboundDesk desk;
    private final Chats chats;
    private final List<String> keys;

    InboundCall(InboundDesk desk, Chats chats, List<String> keys) {
        this.desk = desk;
        this.chats = chats;
        this.keys = keys;
    }

    Answer answer(Call call, Query query) {
        String from = query.text("from")
                .filter(number -> number.matches("[0-9]{5,15}"))
                .orElseThrow(() -> new PageException(400, "from must be a number of 5 to 15 digits"));
        long size = call.body().size();
        if (size == 0) {
            throw new PageException(400, "there is nothing to send");
        }
        if (size > InboundDesk.MAX_SIZE) {
            throw new PageException(413, "media has at most " + InboundDesk.MAX_SIZE + " bytes");
        }
        boolean text = "text".equals(query.text("type").orElse(""));
        InboundMessage message = text ? text(call, query, from) : media(call, query, from);
        return Answer.json(201, MessageJson.of(desk.receive(message)));
    }

    private InboundMessage text(Call call, Query query, String from) {
        if (call.body().size() > LONGEST_TEXT) {
            throw new PageException(400, "a text has at most " + LONGEST_TEXT + " bytes");
        }
        String text = new String(call.body().bytes(), StandardCharsets.UTF_8);
        return new InboundMessage(
                owner(query),
                apiVersion(query, from),
                from,
                query.text("name").orElse(null),
                "text",
                text,
                null,
                null,
                null,
                false,
                query.text("replyTo").orElse(null));
    }

    private InboundMessage media(Call call, Query query, String from) {
        ContentType declared = call.header("Content-Type")
                .flatMap(ContentType::parse)
                .orElseGet(() -> ContentType.of("application/octet-stream"));
        boolean voice = query.flag("voice");
        String type = voice ? "audio" : query.text("type").orElseGet(() -> InboundTypes.messageTypeOf(declared));
        if (!TYPES.contains(type)) {
            throw new PageException(
                    400,
                    "type must be text or one of " + TYPES.stream().sorted().toList());
        }
        return new InboundMessage(
                owner(query),
                apiVersion(query, from),
                from,
                query.text("name").orElse(null),
                type,
                query.text("caption").orElse(null),
                declared.toString(),
                call.body(),
                type.equals("document") ? query.text("fileName").orElse(null) : null,
                voice,
                query.text("replyTo").orElse(null));
    }

    private String owner(Query query) {
        int number = (int) Math.max(1, query.number("number", 1, keys.size()));
        return keys.get(number - 1);
    }

    /** In a conversation, the generation that it was last held through. */
    private ApiVersion apiVersion(Query query, String from) {
        String wanted = query.text("apiVersion").orElse("");
        if (!wanted.isEmpty()) {
            return switch (wanted) {
                case "v1" -> ApiVersion.V1;
                case "v2" -> ApiVersion.V2;
                default -> throw new PageException(400, "apiVersion must be v1 or v2");
            };
        }
        ChatMessage newest = newest(from);
        return newest == null ? ApiVersion.V2 : newest.apiVersion();
    }

    private @Nullable ChatMessage newest(String person) {
        return chats.all().stream()
                .filter(message -> message.person().equals(person))
                .max(Comparator.comparing(ChatMessage::order))
                .orElse(null);
    }
}
