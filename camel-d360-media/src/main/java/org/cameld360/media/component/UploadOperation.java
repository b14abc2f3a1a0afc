package org.cameld360.media.component;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.cameld360.media.UploadedMedia;
import org.cameld360.media.client.D360Client;

/** Uploads the media in the body. */
final class UploadOperation implements Operation {

    private final D360MediaEndpoint endpoint;

    UploadOperation(D360MediaEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public CompletableFuture<Outcome> start(Exchange exchange, D360Client client) {
        PreparedMedia media = new MediaPreparation(exchange, endpoint).body();
        return endpoint.uploads(client).of(media).thenApply(held -> ex -> {
            UploadedMedia uploaded = held.media();
            ex.getMessage().setBody(uploaded);
            Map<String, Object> headers = headers(uploaded);
            headers.put(D360MediaConstants.REUSED, held.reused());
            LeftBehind.write(ex, headers, new LeftBehind.Content(uploaded.size(), uploaded.sha256()));
        });
    }

    private static Map<String, Object> headers(UploadedMedia uploaded) {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put(D360MediaConstants.MEDIA_ID, uploaded.id());
        headers.put(D360MediaConstants.TYPE, uploaded.type());
        headers.put(D360MediaConstants.CONTENT_TYPE, uploaded.contentType());
        headers.put(D360MediaConstants.FILE_NAME, uploaded.fileName());
        headers.put(D360MediaConstants.SIZE, uploaded.size());
        headers.put(D360MediaConstants.SHA256, uploaded.sha256());
        return headers;
    }
}
