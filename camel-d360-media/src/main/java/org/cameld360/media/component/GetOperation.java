package org.cameld360.media.component;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.attachment.DefaultAttachment;
import org.cameld360.media.client.D360Client;
import org.cameld360.media.client.DownloadedMedia;
import org.cameld360.media.media.ContentTypes;
import org.cameld360.media.media.FileNames;
import org.cameld360.media.media.Rejections;
import org.jspecify.annotations.Nullable;

/** Downloads media to a file as it arrives: to a temporary one, or into the folder {@code saveTo}. */
final class GetOperation implements Operation {

    private final D360MediaEndpoint endpoint;

    GetOperation(D360MediaEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public CompletableFuture<Outcome> start(Exchange exchange, D360Client client) {
        String id = ExchangeValues.asTheyStand(exchange, endpoint).requiredMediaId();
        String folder = endpoint.getConfiguration().getSaveTo();
        Landing landing;
        try {
            landing = folder == null || folder.isBlank()
                    ? new TemporaryLanding(endpoint.getComponent().tempFiles())
                    : new FolderLanding(Path.of(folder));
        } catch (IOException e) {
            throw cannotWrite(folder, e);
        }
        CompletableFuture<DownloadedMedia> download;
        try {
            download = client.get(id, landing.file(), maxBytes());
        } catch (RuntimeException e) {
            landing.abandon();
            throw e;
        }
        return download.whenComplete((media, failure) -> {
                    if (failure != null) {
                        landing.abandon();
                    }
                })
                .thenApply(media -> ex -> apply(ex, id, media, landing));
    }

    private void apply(Exchange exchange, String id, DownloadedMedia media, Landing landing) {
        String contentType = ContentTypes.clean(media.contentType());
        String type = contentType == null ? ContentTypes.OCTET_STREAM : contentType;
        String given = FileNames.leaf(media.fileName());
        String name = given != null ? given : id + ContentTypes.extensionFor(type);
        Path file;
        try {
            file = landing.land(exchange, name, media.size());
        } catch (IOException e) {
            landing.abandon();
            throw cannotWrite(endpoint.getConfiguration().getSaveTo(), e);
        }
        if (endpoint.getConfiguration().isAsAttachment()) {
            attach(exchange, file, name, type);
        } else {
            exchange.getMessage().setBody(file.toFile());
        }
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put(D360MediaConstants.CONTENT_TYPE, type);
        headers.put(D360MediaConstants.FILE_NAME, name);
        headers.put(D360MediaConstants.SIZE, media.size());
        headers.put(D360MediaConstants.SHA256, media.sha256());
        if (!id.equals(exchange.getMessage().getHeader(D360MediaConstants.MEDIA_ID, String.class))
                || !LeftBehind.isSetByRoute(exchange, D360MediaConstants.MEDIA_ID)) {
            headers.put(D360MediaConstants.MEDIA_ID, id);
        }
        LeftBehind.write(exchange, headers, new LeftBehind.Content(media.size(), media.sha256()));
    }

    private static void attach(Exchange exchange, Path file, String name, String type) {
        AttachmentMessage message = exchange.getMessage(AttachmentMessage.class);
        String free = name;
        for (int number = 2; message.getAttachmentObject(free) != null; number++) {
            free = FileNames.numbered(name, number);
        }
        DefaultAttachment attachment = new DefaultAttachment(new DownloadedFile(file, name, type));
        // a mail would change the line ends of what looks like text, a PDF that is all ASCII say
        attachment.setHeader("Content-Transfer-Encoding", "base64");
        message.addAttachmentObject(free, attachment);
    }

    private long maxBytes() {
        long configured = endpoint.getConfiguration().getMaxSize();
        return configured > 0
                ? configured
                : endpoint.settings().version().rules().downloadLimit();
    }

    private static RuntimeException cannotWrite(@Nullable String folder, IOException e) {
        return Rejections.of(
                "file-unwritable",
                "The download can't be written " + (folder == null ? "to a temporary file" : "into saveTo=" + folder)
                        + ": " + e
                        + ". Check that the folder exists or can be made, that it may be written, and the space left.",
                e);
    }
}
