package org.cameld360.media.component;

import java.util.Collection;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.UploadedMedia;
import org.cameld360.media.media.ContentTypes;
import org.cameld360.media.media.MediaType;
import org.cameld360.media.media.MessageDetails;
import org.cameld360.media.media.Rejections;
import org.jspecify.annotations.Nullable;

/** What an exchange asks for: each value from its header, else from the option of the endpoint. */
final class ExchangeValues {

    private final Exchange exchange;
    private final D360MediaEndpoint endpoint;

    ExchangeValues(Exchange exchange, D360MediaEndpoint endpoint) {
        this.exchange = exchange;
        this.endpoint = endpoint;
    }

    @Nullable
    String mediaId() {
        String id = value(D360MediaConstants.MEDIA_ID, endpoint.getMediaId());
        if (id == null && exchange.getMessage().getBody() instanceof UploadedMedia uploaded) {
            return uploaded.id();
        }
        return id;
    }

    String requiredMediaId() {
        String id = mediaId();
        if (id == null) {
            throw Rejections.of(
                    "media-id",
                    "No media id: set the option mediaId or the header " + D360MediaConstants.MEDIA_ID + ".",
                    null);
        }
        return id;
    }

    String to() {
        Object header = exchange.getMessage().getHeader(D360MediaConstants.TO);
        if (header instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        String to = value(D360MediaConstants.TO, endpoint.getTo());
        return to == null ? "" : to;
    }

    @Nullable
    String link() {
        return value(D360MediaConstants.LINK, endpoint.getLink());
    }

    /** The media type that is asked for, or {@code null} to decide by the content. */
    @Nullable
    MediaType mediaType() {
        String header = header(D360MediaConstants.TYPE);
        if (header == null) {
            return endpoint.settings().mediaType();
        }
        try {
            return EndpointSettings.mediaType(header);
        } catch (IllegalArgumentException e) {
            throw new MediaRejectedException("media-type", null, String.valueOf(e.getMessage()), e);
        }
    }

    @Nullable
    String contentType() {
        String contentType = value(
                D360MediaConstants.CONTENT_TYPE, endpoint.getConfiguration().getContentType());
        if (contentType != null && !ContentTypes.isWellFormed(contentType)) {
            throw Rejections.of("content-type", EndpointSettings.noMimeType(contentType), null);
        }
        return contentType;
    }

    @Nullable
    String fileName() {
        return value(D360MediaConstants.FILE_NAME, endpoint.getConfiguration().getFileName());
    }

    MessageDetails details() {
        Boolean voice = exchange.getMessage().getHeader(D360MediaConstants.VOICE, Boolean.class);
        D360MediaConfiguration options = endpoint.getConfiguration();
        return new MessageDetails(
                value(D360MediaConstants.CAPTION, endpoint.getCaption()),
                value(D360MediaConstants.REPLY_TO, options.getReplyTo()),
                voice == null ? options.getVoice() : voice,
                value(D360MediaConstants.CALLBACK_DATA, options.getCallbackData()));
    }

    private @Nullable String value(String header, @Nullable String option) {
        String fromHeader = header(header);
        if (fromHeader != null) {
            return fromHeader;
        }
        return option == null || option.isBlank() ? null : option;
    }

    private @Nullable String header(String name) {
        if (LeftBehind.isStale(exchange, name)) {
            return null;
        }
        String value = exchange.getMessage().getHeader(name, String.class);
        return value == null || value.isBlank() ? null : value;
    }
}
