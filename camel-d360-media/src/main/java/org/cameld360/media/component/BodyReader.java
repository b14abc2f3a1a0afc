package org.cameld360.media.component;

import jakarta.activation.DataHandler;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.apache.camel.attachment.Attachment;
import org.apache.camel.support.ExchangeHelper;
import org.cameld360.media.SendReport;
import org.cameld360.media.SentMessage;
import org.cameld360.media.UploadedMedia;
import org.cameld360.media.media.BytesSource;
import org.cameld360.media.media.FileSource;
import org.cameld360.media.media.MediaSource;
import org.cameld360.media.media.Rejections;
import org.jspecify.annotations.Nullable;

/** Finds the media in a body, whatever the component before put there. */
final class BodyReader {

    private final Exchange exchange;
    private final Spooler spooler;

    BodyReader(Exchange exchange, Spooler spooler) {
        this.exchange = exchange;
        this.spooler = spooler;
    }

    /** The body of the message as media. */
    IncomingMedia body() {
        Message message = exchange.getMessage();
        String name = SourceHeaders.fileName(message);
        String type = SourceHeaders.contentType(message);
        Object body = message.getBody();
        if (body instanceof WrappedFile<?>) {
            return new IncomingMedia(source(body), name != null ? name : ownName(body), type);
        }
        String ownName = ownName(body);
        return new IncomingMedia(
                source(body), ownName != null ? ownName : name, ownType(body) != null ? ownType(body) : type);
    }

    /** An attachment of the message as media. */
    IncomingMedia attachment(String key, Attachment attachment) {
        String ownName = ownName(attachment);
        String name = MailText.decodedName(ownName != null ? ownName : key);
        return new IncomingMedia(source(attachment), name, ownType(attachment));
    }

    private MediaSource source(@Nullable Object body) {
        if (body == null) {
            throw Rejections.empty("the body is empty (null)");
        }
        if (body instanceof WrappedFile<?> wrapped) {
            return wrapped.getFile() instanceof File file ? source(file) : remote(wrapped);
        }
        if (body instanceof File file) {
            return FileSource.of(file.toPath());
        }
        if (body instanceof Path path) {
            return FileSource.of(path);
        }
        if (body instanceof byte[] bytes) {
            return BytesSource.of(bytes);
        }
        if (body instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return BytesSource.of(bytes);
        }
        if (body instanceof StreamCache cache) {
            return spooler.spool(cache);
        }
        if (body instanceof Attachment attachment) {
            // a mail gives the same handler for the same part, though not the same attachment
            return source(attachment.getDataHandler());
        }
        if (body instanceof DataHandler handler) {
            return spooler.spool(handler, () -> open(handler));
        }
        if (body instanceof InputStream stream) {
            return spooler.spool(stream, () -> stream);
        }
        if (body instanceof String text) {
            return BytesSource.of(text.getBytes(charset()));
        }
        return converted(body);
    }

    /** A file that came over a network. At FTP a connection that broke looks like the end of the file. */
    private MediaSource remote(WrappedFile<?> file) {
        MediaSource source = source(file.getBody());
        long announced = file.getFileLength();
        if (announced > 0 && source.length() != announced) {
            String name = SourceHeaders.fileName(exchange.getMessage());
            throw Rejections.of(
                    "source-length",
                    "Refused" + (name == null ? "" : " '" + Rejections.shown(name) + "'")
                            + ": the server announced " + announced + " bytes, and " + source.length()
                            + " came. Nothing was sent. The transfer broke off, the file is still being written, or it was"
                            + " transferred as text (binary=true helps). Get it again.",
                    null);
        }
        return source;
    }

    /** The name may come from outside, with an HTTP request say. */
    private Charset charset() {
        try {
            return Charset.forName(ExchangeHelper.getCharsetName(exchange, true));
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private MediaSource converted(Object body) {
        boolean structure = body instanceof Map
                || body instanceof Iterable
                || body instanceof Number
                || body instanceof Boolean
                || body instanceof UploadedMedia
                || body instanceof SentMessage
                || body instanceof SendReport;
        InputStream stream = structure
                ? null
                : exchange.getContext().getTypeConverter().tryConvertTo(InputStream.class, exchange, body);
        if (stream == null) {
            throw Rejections.of(
                    "body-type",
                    "The body is a " + body.getClass().getName()
                            + ", which holds no media. Give a file, a stream, bytes, a"
                            + " DataHandler or an attachment.",
                    null);
        }
        return spooler.spool(body, () -> stream);
    }

    private static InputStream open(DataHandler handler) {
        try {
            InputStream stream = handler.getInputStream();
            if (stream != null) {
                return stream;
            }
        } catch (IOException | RuntimeException e) {
            throw Rejections.of(
                    "source-broken",
                    "The attachment can't be read (" + Rejections.shown(String.valueOf(e.getMessage()))
                            + "). Nothing was sent. Check the source.",
                    e);
        }
        throw Rejections.empty("the attachment has no content");
    }

    private static @Nullable String ownName(@Nullable Object body) {
        if (body instanceof WrappedFile<?> wrapped) {
            return ownName(wrapped.getFile());
        }
        if (body instanceof File file) {
            return TempFiles.isOurs(file.toPath()) ? null : file.getName();
        }
        if (body instanceof Path path) {
            return TempFiles.isOurs(path) ? null : String.valueOf(path.getFileName());
        }
        if (body instanceof Attachment attachment) {
            return ownName(attachment.getDataHandler());
        }
        return body instanceof DataHandler handler ? blankToNull(handler.getName()) : null;
    }

    private static @Nullable String ownType(@Nullable Object body) {
        if (body instanceof Attachment attachment) {
            return ownType(attachment.getDataHandler());
        }
        return body instanceof DataHandler handler ? blankToNull(handler.getContentType()) : null;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
