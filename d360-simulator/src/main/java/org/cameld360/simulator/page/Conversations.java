package org.cameld360.simulator.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cameld360.simulator.call.Answer;
import org.cameld360.simulator.conversation.ChatMessage;
import org.cameld360.simulator.json.StrictJson;

/** The list of people, the one with the newest message first. */
final class Conversations {

    private Conversations() {}

    static Answer answer(List<ChatMessage> messages) {
        Map<String, ChatMessage> newest = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        messages.stream().sorted(Comparator.comparing(ChatMessage::order)).forEach(message -> {
            newest.put(message.person(), message);
            counts.merge(message.person(), 1, Integer::sum);
            if (message.name() != null) {
                names.put(message.person(), message.name());
            }
        });
        ObjectNode answer = StrictJson.object();
        ArrayNode conversations = answer.putArray("conversations");
        newest.values().stream()
                .sorted(Comparator.comparing(ChatMessage::order).reversed())
                .forEach(message -> conversations
                        .addObject()
                        .put("person", message.person())
                        .put("name", names.get(message.person()))
                        .put("messages", counts.get(message.person()))
                        .set("last", MessageJson.of(message)));
        return Answer.json(200, answer);
    }
}
