package org.cameld360.media.component;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.cameld360.media.client.Conversation;
import org.cameld360.media.client.ScriptedServer.Script;

/** Every request that the component makes, by the operation that makes it, as a column of the fault matrix. */
enum Call {
    UPLOAD_V1("v1", "upload", Kind.UPLOAD, true),
    GET_V1("v1", "get", Kind.MEDIA, false),
    DELETE_V1("v1", "delete", Kind.DELETE, false),
    SEND_V1("v1", "send", Kind.SEND, false),
    UPLOAD_TO_SEND_V1("v1", "send", Kind.UPLOAD, true),
    SEND_UPLOADED_V1("v1", "send", Kind.SEND, true),
    UPLOAD_V2("v2", "upload", Kind.UPLOAD, true),
    METADATA_V2("v2", "get", Kind.METADATA, false),
    DOWNLOAD_V2("v2", "get", Kind.MEDIA, false),
    DELETE_V2("v2", "delete", Kind.DELETE, false),
    SEND_V2("v2", "send", Kind.SEND, false),
    UPLOAD_TO_SEND_V2("v2", "send", Kind.UPLOAD, true),
    SEND_UPLOADED_V2("v2", "send", Kind.SEND, true);

    /** Requests that are treated alike, by the words of the documentation. */
    enum Kind {
        UPLOAD("`upload`"),
        METADATA("`get` (metadata)"),
        MEDIA("`get` (media)"),
        DELETE("`delete`"),
        SEND("`send`");

        final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    static final String ID = "1094408688491179";

    static final Path PHOTO = Path.of("src/test/resources/samples/photo.jpg");

    private static final String DOWNLOAD_PATH = "/whatsapp_business/";

    private final String version;
    private final String operation;
    private final Kind kind;
    private final boolean ofMedia;

    /** @param ofMedia whether the exchange brings media to upload, and not an id */
    Call(String version, String operation, Kind kind, boolean ofMedia) {
        this.version = version;
        this.operation = operation;
        this.kind = kind;
        this.ofMedia = ofMedia;
    }

    /** Of the request that is meant; others may have to go before it. */
    Kind kind() {
        return kind;
    }

    /** Whether the request is a message, which must not be repeated lightly. */
    boolean isSend() {
        return kind == Kind.SEND;
    }

    boolean isUpload() {
        return kind == Kind.UPLOAD;
    }

    /** Whether the exchange sends a message in the end. */
    boolean endsInAMessage() {
        return operation.equals("send");
    }

    static Stream<Call> withJsonAnswer() {
        return Stream.of(values()).filter(call -> call.kind != Kind.MEDIA);
    }

    String uri(String baseUrl) {
        return uri(baseUrl, "");
    }

    String uri(String baseUrl, String more) {
        return "d360-media:" + operation + "?apiVersion=" + version + "&baseUrl=" + baseUrl + more;
    }

    Consumer<Exchange> message() {
        return message(PHOTO);
    }

    /** @param media what is uploaded, where something is */
    Consumer<Exchange> message(Path media) {
        return exchange -> {
            var message = exchange.getMessage();
            if (ofMedia) {
                message.setBody(media.toFile());
            } else {
                message.setHeader("CamelD360MediaId", ID);
            }
            if (endsInAMessage()) {
                message.setHeader("CamelD360MediaTo", "49151234567");
                message.setHeader("CamelD360MediaType", media.equals(PHOTO) ? "image" : "document");
            }
        };
    }

    /** What the server does where only this request is to meet a fault. */
    Script meeting(Script fault) {
        return meeting(fault, new AtomicInteger(Integer.MAX_VALUE));
    }

    /** @param times how many more requests meet it; the others are served well */
    Script meeting(Script fault, AtomicInteger times) {
        return conversation -> {
            if (concerns(conversation) && times.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                fault.serve(conversation);
            } else {
                serveWell(conversation);
            }
        };
    }

    boolean concerns(Conversation conversation) {
        return switch (this) {
            case DOWNLOAD_V2 -> conversation.target().contains(DOWNLOAD_PATH);
            case METADATA_V2 -> !conversation.target().contains(DOWNLOAD_PATH);
            case UPLOAD_TO_SEND_V1, UPLOAD_TO_SEND_V2 -> conversation.target().endsWith("/media");
            case SEND_UPLOADED_V1, SEND_UPLOADED_V2 -> conversation.target().endsWith("/messages");
            default -> true;
        };
    }

    /** Answers any request of this version as the API does. */
    void serveWell(Conversation conversation) throws java.io.IOException {
        String target = conversation.target();
        if (target.endsWith("/messages")) {
            conversation.json(200, SEND_V1.goodAnswer());
        } else if (target.endsWith("/media")) {
            conversation.json(200, (version.equals("v1") ? UPLOAD_V1 : UPLOAD_V2).goodAnswer());
        } else if (conversation.method().equals("DELETE")) {
            conversation.json(200, DELETE_V1.goodAnswer());
        } else if (version.equals("v1") || target.contains(DOWNLOAD_PATH)) {
            conversation.answer(200, "image/jpeg", GET_V1.goodAnswer());
        } else {
            conversation.json(200, METADATA_V2.goodAnswer());
        }
    }

    static String metadata(String more) {
        return "{\"url\":\"https:\\/\\/lookaside.fbsbx.com\\/whatsapp_business\\/attachments\\/?mid=1&ext=2&hash=ATsSecret\""
                + ",\"mime_type\":\"image\\/jpeg\",\"id\":\"" + ID + "\"" + more + "}";
    }

    String goodAnswer() {
        return switch (kind) {
            case UPLOAD -> version.equals("v1") ? "{\"media\":[{\"id\":\"f043afd0\"}]}" : "{\"id\":\"" + ID + "\"}";
            case SEND -> "{\"messages\":[{\"id\":\"wamid.1\"}]}";
            case DELETE -> "{\"success\":true}";
            case METADATA -> metadata("");
            case MEDIA -> "the media";
        };
    }
}
