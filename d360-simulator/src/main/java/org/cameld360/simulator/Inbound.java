package org.cameld360.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cameld360.simulator.body.Body;
import org.cameld360.simulator.body.FileBody;
import org.cameld360.simulator.body.HeapBody;
import org.cameld360.simulator.inbound.InboundDesk;
import org.cameld360.simulator.inbound.InboundMessage;
import org.cameld360.simulator.inbound.InboundTypes;
import org.cameld360.simulator.media.ContentType;
import org.jspecify.annotations.Nullable;

/**
 * What a person sends to the business, for {@link D360Simulator#receive(Inbound)}.
 *
 * <pre>{@code
 * simulator.receive(inbound("image/jpeg", bytes).from("4915112345678").withCaption("The meter"));
 * }</pre>
 */
public final class Inbound {

    private final @Nullable String contentType;
    private final @Nullable Body content;
    private String type;
    private @Nullable String text;
    private @Nullable String fileName;
    private String from = "15555550123";
    private @Nullable String name;
    private boolean voice;
    private @Nullable String replyTo;
    private ApiVersion apiVersion = ApiVersion.V2;

    private Inbound(String type, @Nullable String contentType, @Nullable Body content) {
        this.type = type;
        this.contentType = contentType;
        this.content = content;
    }

    /** Media; sent as what a phone would send its type as. */
    public static Inbound inbound(String contentType, byte[] content) {
        return ofMedia(contentType, new HeapBody(content.clone()));
    }

    /** Media from a file, which is read by {@link D360Simulator#receive(Inbound)}. A document keeps its name. */
    public static Inbound inbound(String contentType, Path file) {
        try {
            Inbound inbound = ofMedia(contentType, new FileBody(file, Files.size(file)));
            Path name = file.getFileName();
            inbound.fileName = name == null ? null : name.toString();
            return inbound;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Inbound inboundText(String text) {
        Inbound inbound = new Inbound("text", null, null);
        inbound.text = text;
        return inbound;
    }

    /** The person's number: digits, as the webhook has them. */
    public Inbound from(String waId) {
        if (!waId.matches("[0-9]{5,15}")) {
            throw new IllegalArgumentException("not 5 to 15 digits: " + waId);
        }
        this.from = waId;
        return this;
    }

    /** The name in the person's profile. Default: the one from before. */
    public Inbound named(String personsName) {
        this.name = personsName;
        return this;
    }

    public Inbound withCaption(String caption) {
        this.text = caption;
        return this;
    }

    /** Sends it as a document with this name. */
    public Inbound withFileName(String documentsName) {
        this.type = "document";
        this.fileName = documentsName;
        return this;
    }

    /** Recorded with the phone's microphone. */
    public Inbound asVoice() {
        this.type = "audio";
        this.voice = true;
        return this;
    }

    /** Quotes another message. */
    public Inbound replyingTo(String messageId) {
        this.replyTo = messageId;
        return this;
    }

    /** To a number on this generation of the API. Default: {@link ApiVersion#V2}. */
    public Inbound via(ApiVersion generation) {
        this.apiVersion = generation;
        return this;
    }

    InboundMessage to(String owner) {
        return new InboundMessage(
                owner,
                apiVersion,
                from,
                name,
                type,
                text,
                contentType,
                content,
                type.equals("document") ? fileName : null,
                voice,
                replyTo);
    }

    private static Inbound ofMedia(String contentType, Body content) {
        if (content.size() == 0 || content.size() > InboundDesk.MAX_SIZE) {
            throw new IllegalArgumentException("media has from 1 to " + InboundDesk.MAX_SIZE + " bytes");
        }
        return new Inbound(InboundTypes.messageTypeOf(ContentType.of(contentType)), contentType, content);
    }
}
