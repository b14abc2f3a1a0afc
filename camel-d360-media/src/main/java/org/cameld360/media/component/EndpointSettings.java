package org.cameld360.media.component;

import java.net.URI;
import java.time.Duration;
import org.cameld360.media.client.ApiTarget;
import org.cameld360.media.client.ApiVersion;
import org.cameld360.media.client.CallPolicy;
import org.cameld360.media.client.RetryPolicy;
import org.cameld360.media.client.TrafficLimits;
import org.cameld360.media.media.ContentTypes;
import org.cameld360.media.media.MediaType;
import org.cameld360.media.media.Rejections;
import org.cameld360.media.media.Validation;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of an endpoint, read and checked once when it starts.
 *
 * @param mediaType the media type, or {@code null} for {@code auto}
 * @param inlineAttachments whether what belongs to the text of a mail, or seals it, goes as well
 */
record EndpointSettings(
        ApiVersion version,
        URI baseUrl,
        CallPolicy policy,
        @Nullable MediaType mediaType,
        Validation validation,
        boolean documentInstead,
        AttachmentChoice attachments,
        boolean inlineAttachments) {

    /** Which media of an exchange goes. */
    enum AttachmentChoice {
        AUTO,
        ONLY,
        NONE
    }

    private enum OnUnsupported {
        FAIL,
        DOCUMENT
    }

    /** @throws IllegalArgumentException names the option and what is allowed */
    static EndpointSettings of(D360MediaConfiguration configuration) {
        String baseUrl = given(configuration.getBaseUrl());
        URI configured = baseUrl == null ? null : ApiTarget.baseUrl(baseUrl);
        String contentType = given(configuration.getContentType());
        if (contentType != null && !ContentTypes.isWellFormed(contentType)) {
            throw new IllegalArgumentException(noMimeType(contentType));
        }
        ApiVersion version = version(given(configuration.getApiVersion()), configured);
        return new EndpointSettings(
                version,
                configured == null ? version.publicUrl() : configured,
                policy(version, configuration),
                mediaType(given(configuration.getMediaType(), "auto")),
                Choice.of(Validation.class, "validation", given(configuration.getValidation(), "strict")),
                Choice.of(OnUnsupported.class, "onUnsupported", given(configuration.getOnUnsupported(), "fail"))
                        == OnUnsupported.DOCUMENT,
                Choice.of(AttachmentChoice.class, "attachments", given(configuration.getAttachments(), "auto")),
                configuration.isInlineAttachments());
    }

    /** @throws IllegalArgumentException names what is allowed */
    static @Nullable MediaType mediaType(String value) {
        if (value.strip().equalsIgnoreCase("auto")) {
            return null;
        }
        return MediaType.of(value).orElseGet(() -> {
            try {
                return Choice.of(MediaType.class, "mediaType", value);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(e.getMessage() + " Or auto, to decide by the content.", e);
            }
        });
    }

    /** A blank value, such as an environment variable that is not set gives, counts as none. */
    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static String given(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value;
    }

    static String noMimeType(String contentType) {
        return "contentType '" + Rejections.shown(contentType) + "' is no MIME type. Write one such as image/jpeg.";
    }

    private static ApiVersion version(@Nullable String configured, @Nullable URI baseUrl) {
        if (configured != null) {
            return Choice.of(ApiVersion.class, "apiVersion", configured);
        }
        boolean cloudHost =
                baseUrl != null && ApiVersion.V2.publicUrl().getHost().equalsIgnoreCase(baseUrl.getHost());
        return cloudHost ? ApiVersion.V2 : ApiVersion.V1;
    }

    private static CallPolicy policy(ApiVersion version, D360MediaConfiguration configuration) {
        atLeast("connectTimeout", configuration.getConnectTimeout(), 1);
        atLeast("responseTimeout", configuration.getResponseTimeout(), 1);
        atLeast("maxRetries", configuration.getMaxRetries(), 0);
        atLeast("retryDelay", configuration.getRetryDelay(), 0);
        atLeast("maxRetryDelay", configuration.getMaxRetryDelay(), 0);
        atLeast("maxConnections", configuration.getMaxConnections(), 1);
        atLeast("maxSize", configuration.getMaxSize(), 0);
        return new CallPolicy(
                Duration.ofMillis(configuration.getResponseTimeout()),
                new RetryPolicy(
                        configuration.getMaxRetries(),
                        Duration.ofMillis(configuration.getRetryDelay()),
                        Duration.ofMillis(configuration.getMaxRetryDelay())),
                traffic(version, configuration));
    }

    private static TrafficLimits traffic(ApiVersion version, D360MediaConfiguration configuration) {
        Integer uploads = configuration.getMaxUploadsPerSecond();
        atLeast("maxUploadsPerSecond", uploads == null ? 0 : uploads, 0);
        atLeast("maxMessagesPerSecond", configuration.getMaxMessagesPerSecond(), 0);
        atLeast("maxFailedGets", configuration.getMaxFailedGets(), 0);
        atLeast("maxHoldBack", configuration.getMaxHoldBack(), 0);
        return new TrafficLimits(
                uploads == null ? version.uploadsPerSecond() : uploads,
                configuration.getMaxMessagesPerSecond(),
                configuration.getMaxFailedGets(),
                Duration.ofMillis(configuration.getMaxHoldBack()));
    }

    private static void atLeast(String option, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "The option " + option + " is " + value + "; it must be " + least + " or more.");
        }
    }
}
