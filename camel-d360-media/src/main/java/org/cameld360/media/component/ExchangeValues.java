package org.cameld360.media.component;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
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
    private final Predicate<LeftBehind> isStale;
    private @Nullable Boolean stale;

    /** @param isStale whether the body is other media than what an earlier operation has left; asked at most once */
    ExchangeValues(Exchange exchange, D360MediaEndpoint endpoint, Predicate<LeftBehind> isStale) {
        this.exchange = exchange;
        this.endpoint = endpoint;
        this.isStale = isStale;
    }

    /** The values for operations that don't look at the body. */
    static ExchangeValues asTheyStand(Exchange exchange, D360MediaEndpoint endpoint) {
        return new ExchangeValues(exchange, endpoint, left -> false);
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
        List<?> several = header instanceof Object[] array
                ? Arrays.asList(array)
                : header instanceof Collection<?> collection ? List.copyOf(collection) : List.of();
        if (!several.isEmpty()) {
            return several.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        boolean emptyList = header instanceof Object[] || header instanceof Collection<?>;
        String to = emptyList ? endpoint.getTo() : value(D360MediaConstants.TO, endpoint.getTo());
        return to == null ? "" : to;
    }

    /** Whether the media id is only what an operation has left, and not what the route asks for. */
    boolean isMediaIdLeftBehind() {
        return endpoint.getMediaId() == null && !LeftBehind.isSetByRoute(exchange, D360MediaConstants.MEDIA_ID);
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
        D360MediaConfiguration options = endpoint.getConfiguration();
        return new MessageDetails(
                value(D360MediaConstants.CAPTION, endpoint.getCaption()),
                value(D360MediaConstants.REPLY_TO, options.getReplyTo()),
                voice(options.getVoice()),
                value(D360MediaConstants.CALLBACK_DATA, options.getCallbackData()));
    }

    private @Nullable Boolean voice(@Nullable Boolean option) {
        String header = header(D360MediaConstants.VOICE);
        if (header == null) {
            return option;
        }
        if (!header.equalsIgnoreCase("true") && !header.equalsIgnoreCase("false")) {
            throw new MediaRejectedException(
                    "voice",
                    "true or false",
                    "The header " + D360MediaConstants.VOICE + " is '" + Rejections.shown(header)
                            + "'. Write true or false.");
        }
        return Boolean.valueOf(header);
    }

    private @Nullable String value(String header, @Nullable String option) {
        String fromHeader = header(header);
        if (fromHeader != null) {
            return fromHeader;
        }
        return option == null || option.isBlank() ? null : option;
    }

    private @Nullable String header(String name) {
        LeftBehind left = LeftBehind.in(exchange);
        if (left != null && left.wrote(name, exchange.getMessage()) && stale(left)) {
            return null;
        }
        String value = exchange.getMessage().getHeader(name, String.class);
        return value == null || value.isBlank() ? null : value;
    }

    private boolean stale(LeftBehind left) {
        Boolean known = stale;
        if (known == null) {
            known = isStale.test(left);
            stale = known;
        }
        return known;
    }
}
