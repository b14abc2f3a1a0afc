package org.cameld360.media.component;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.cameld360.media.client.ContentDisposition;
import org.jspecify.annotations.Nullable;

/**
 * What other components say in headers of the media that they put into a body. The names are theirs: {@code AWS2S3Constants},
 * {@code MinioConstants}, {@code BlobConstants}, and {@link Exchange}.
 */
final class SourceHeaders {

    private static final List<String> NAMES =
            List.of(Exchange.FILE_NAME, "CamelAwsS3Key", "CamelMinioObjectName", "CamelAzureStorageBlobBlobName");

    private static final List<String> TYPES =
            List.of("CamelAwsS3ContentType", "CamelMinioContentType", Exchange.CONTENT_TYPE);

    private SourceHeaders() {}

    static @Nullable String fileName(Message message) {
        String name = first(message, NAMES);
        return name != null
                ? name
                : ContentDisposition.fileName(message.getHeader("Content-Disposition", String.class));
    }

    static @Nullable String contentType(Message message) {
        return first(message, TYPES);
    }

    private static @Nullable String first(Message message, List<String> headers) {
        for (String header : headers) {
            String value = message.getHeader(header, String.class);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }
}
