package org.cameld360.simulator.inspect;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.StoredMedia;
import org.cameld360.simulator.media.ContentType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The well-known traps, by the first and the structural bytes: other content than was declared, codecs that phones don't have, pictures that
 * are none. Documents go as they are. What is cut off only in its data is not found.
 */
final class OwnRules implements Inspector {

    private static final Logger LOG = LoggerFactory.getLogger(OwnRules.class);

    @Override
    public Optional<String> problem(StoredMedia media, String type) {
        try (FileChannel file = FileChannel.open(media.file(), StandardOpenOption.READ)) {
            Bytes bytes = new Bytes(file);
            return switch (type) {
                case "image" -> Pictures.isImage(bytes) ? Optional.empty() : Optional.of(Wording.INVALID_IMAGE);
                case "sticker" -> Pictures.stickerProblem(bytes);
                case "audio" -> audio(media, bytes);
                case "video" -> Videos.problem(media.contentType(), Mp4.read(bytes));
                default -> Optional.empty();
            };
        } catch (NoSuchFileException e) {
            // Deleted after the message was accepted, and nobody looks any more.
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("Media {} could not be looked into", media.id(), e);
            return Optional.empty();
        }
    }

    private static Optional<String> audio(StoredMedia media, Bytes bytes) throws IOException {
        String declared = media.contentType();
        String base = ContentType.of(declared).base();
        boolean fine =
                switch (base) {
                    case "audio/ogg", "audio/opus" -> Sounds.isOpus(bytes);
                    case "audio/mp4" -> Mp4.read(bytes).isSound();
                    case "audio/mpeg" -> Sounds.isMp3(bytes);
                    case "audio/aac" -> Sounds.isAdts(bytes);
                    case "audio/amr" -> Sounds.isAmr(bytes);
                    default -> true;
                };
        if (!fine) {
            return Optional.of(Wording.otherType("Audio", declared));
        }
        boolean opus = base.equals("audio/ogg") || base.equals("audio/opus");
        int channels = opus ? Sounds.opusChannels(bytes) : 1;
        return media.apiVersion() == ApiVersion.V2 && channels > 1
                ? Optional.of(Wording.tooManyChannels(declared, channels))
                : Optional.empty();
    }
}
