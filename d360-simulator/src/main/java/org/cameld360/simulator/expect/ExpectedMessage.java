package org.cameld360.simulator.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.DeliveryStatus;
import org.cameld360.simulator.ReceivedMessage;
import org.cameld360.simulator.StatusChange;
import org.cameld360.simulator.StoredMedia;
import org.jspecify.annotations.Nullable;

/** What a message should be like. What is not said does not matter. */
public final class ExpectedMessage {

    /** @param actual what there is in place of what is expected */
    private record Trait(String name, String expected, BiFunction<ReceivedMessage, D360Simulator, String> actual) {}

    private static final String NONE = "none";

    private final List<Trait> traits;

    private ExpectedMessage(List<Trait> traits) {
        this.traits = traits;
    }

    public static ExpectedMessage anyMessage() {
        return new ExpectedMessage(List.of());
    }

    public static ExpectedMessage image() {
        return ofType("image");
    }

    public static ExpectedMessage video() {
        return ofType("video");
    }

    public static ExpectedMessage audio() {
        return ofType("audio");
    }

    /** Audio that was sent as a voice message. */
    public static ExpectedMessage voice() {
        return audio().with("voice", "true", message -> message.voice());
    }

    public static ExpectedMessage document() {
        return ofType("document");
    }

    public static ExpectedMessage sticker() {
        return ofType("sticker");
    }

    public static ExpectedMessage text() {
        return ofType("text");
    }

    /** Only the digits count. */
    public ExpectedMessage to(String number) {
        return with("to", digits(number), message -> digits(message.to()));
    }

    public ExpectedMessage withCaption(String caption) {
        return with("caption", caption, ReceivedMessage::caption);
    }

    /** The text of a text message. */
    public ExpectedMessage withText(String body) {
        return with(
                "text", body, message -> message.raw().path("text").path("body").textValue());
    }

    /** The name in the message, which documents have. */
    public ExpectedMessage withFileName(String fileName) {
        return with("file name", fileName, ReceivedMessage::fileName);
    }

    public ExpectedMessage withLink(String link) {
        return with("link", link, ReceivedMessage::link);
    }

    public ExpectedMessage withMediaId(String mediaId) {
        return with("media id", mediaId, ReceivedMessage::mediaId);
    }

    public ExpectedMessage replyingTo(String messageId) {
        return with("reply to", messageId, ReceivedMessage::replyTo);
    }

    public ExpectedMessage withCallbackData(String data) {
        return with("callback data", data, ReceivedMessage::callbackData);
    }

    public ExpectedMessage via(ApiVersion apiVersion) {
        return with("API version", apiVersion.name(), message -> message.apiVersion()
                .name());
    }

    /** The media that the message names has these bytes; the digest is in hex. */
    public ExpectedMessage withBytes(String sha256) {
        return withMedia("SHA-256 of the bytes", sha256.toLowerCase(Locale.ROOT), StoredMedia::sha256);
    }

    /** The media that the message names was uploaded with this type. */
    public ExpectedMessage withContentType(String contentType) {
        return withMedia("content type", contentType, StoredMedia::contentType);
    }

    /** The message has got as far as this by now; a later status is not enough. */
    public ExpectedMessage withStatus(DeliveryStatus status) {
        return and(new Trait("status", status.wireName(), (message, simulator) -> {
            List<StatusChange> changes = simulator.statuses(message.id());
            return changes.isEmpty()
                    ? "accepted"
                    : changes.get(changes.size() - 1).status().wireName();
        }));
    }

    /** What is not as expected; empty where all is. */
    public Optional<String> mismatch(ReceivedMessage message, D360Simulator simulator) {
        List<String> wrong = new ArrayList<>();
        for (Trait trait : traits) {
            String actual = trait.actual().apply(message, simulator);
            if (!trait.expected().equals(actual)) {
                wrong.add(trait.name() + " " + actual);
            }
        }
        return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", wrong));
    }

    @Override
    public String toString() {
        return traits.isEmpty()
                ? "any message"
                : String.join(
                        ", ",
                        traits.stream()
                                .map(trait -> trait.name() + " " + trait.expected())
                                .toList());
    }

    private static ExpectedMessage ofType(String type) {
        return anyMessage().with("type", type, ReceivedMessage::type);
    }

    private ExpectedMessage with(String name, String expected, Function<ReceivedMessage, @Nullable Object> actual) {
        return and(new Trait(name, expected, (message, simulator) -> Objects.toString(actual.apply(message), NONE)));
    }

    private ExpectedMessage withMedia(String name, String expected, Function<StoredMedia, String> actual) {
        return and(new Trait(name, expected, (message, simulator) -> Optional.ofNullable(message.mediaId())
                .flatMap(simulator::media)
                .map(actual)
                .orElse(NONE)));
    }

    private ExpectedMessage and(Trait trait) {
        List<Trait> more = new ArrayList<>(traits);
        more.add(trait);
        return new ExpectedMessage(List.copyOf(more));
    }

    private static String digits(String number) {
        return number.replaceAll("[^0-9]", "");
    }
}
