package org.cameld360.media.component;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.cameld360.media.client.Conversation;
import org.cameld360.media.client.ScriptedServer.Script;

/** Every request that the component makes, as a row of the fault matrix. */
enum Call {
    UPLOAD_V1("v1", "upload", true),
    GET_V1("v1", "get", true),
    DELETE_V1("v1", "delete", true),
    SEND_V1("v1", "send", false),
    UPLOAD_V2("v2", "upload", true),
    METADATA_V2("v2", "get", true),
    DOWNLOAD_V2("v2", "get", true),
    DELETE_V2("v2", "delete", true),
    SEND_V2("v2", "send", false);

    static final String ID = "1094408688491179";

    static final Path PHOTO = Path.of("src/test/resources/samples/photo.jpg");

    private final String version;
    private final String operation;
    private final boolean repeatable;

    Call(String version, String operation, boolean repeatable) {
        this.version = version;
        this.operation = operation;
        this.repeatable = repeatable;
    }

    boolean isSend() {
        return !repeatable;
    }

    boolean isUpload() {
        return operation.equals("upload");
    }

    boolean isDelete() {
        return operation.equals("delete");
    }

    /** Whether the body of its answer is a medium. */
    boolean isDownload() {
        return this == GET_V1 || this == DOWNLOAD_V2;
    }

    static Stream<Call> withJsonAnswer() {
        return Stream.of(values()).filter(call -> !call.isDownload());
    }

    String uri(String baseUrl) {
        return uri(baseUrl, "");
    }

    String uri(String baseUrl, String more) {
        return "d360-media:" + operation + "?apiVersion=" + version + "&baseUrl=" + baseUrl + more;
    }

    Consumer<Exchange> message() {
        return exchange -> {
            var message = exchange.getMessage();
            switch (operation) {
                case "upload" -> message.setBody(PHOTO.toFile());
                case "send" -> {
                    message.setHeader("CamelD360MediaId", ID);
                    message.setHeader("CamelD360MediaType", "image");
                    message.setHeader("CamelD360MediaTo", "49151234567");
                }
                default -> message.setHeader("CamelD360MediaId", ID);
            }
        };
    }

    /** What the server does where only this request is to meet a fault. */
    Script meeting(Script fault) {
        return conversation -> {
            if (concerns(conversation)) {
                fault.serve(conversation);
            } else {
                conversation.json(200, metadata(""));
            }
        };
    }

    boolean concerns(Conversation conversation) {
        return this != DOWNLOAD_V2 || conversation.target().startsWith("/whatsapp_business/");
    }

    static String metadata(String more) {
        return "{\"url\":\"https:\\/\\/lookaside.fbsbx.com\\/whatsapp_business\\/attachments\\/?mid=1&ext=2&hash=ATsSecret\""
                + ",\"mime_type\":\"image\\/jpeg\",\"id\":\"" + ID + "\"" + more + "}";
    }

    String goodAnswer() {
        return switch (this) {
            case UPLOAD_V1 -> "{\"media\":[{\"id\":\"f043afd0\"}]}";
            case UPLOAD_V2 -> "{\"id\":\"" + ID + "\"}";
            case SEND_V1, SEND_V2 -> "{\"messages\":[{\"id\":\"wamid.1\"}]}";
            case DELETE_V1, DELETE_V2 -> "{\"success\":true}";
            case METADATA_V2 -> metadata("");
            case GET_V1, DOWNLOAD_V2 -> "the media";
        };
    }
}
