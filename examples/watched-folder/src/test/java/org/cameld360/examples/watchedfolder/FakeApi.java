package org.cameld360.examples.watchedfolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cameld360.media.AuthenticationException;
import org.cameld360.media.ErrorFacts;
import org.cameld360.media.MediaNotFoundException;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.RequestRefusedException;
import org.cameld360.media.SendInDoubtException;
import org.cameld360.media.ServiceUnavailableException;

/** What is at the other end: it outlives the programs that call it. */
final class FakeApi {

    enum Reaction {
        ACCEPTS,
        ACCEPTS_WITHOUT_AN_ANSWER,
        GIVES_NO_ANSWER,
        IS_DOWN,
        IS_UNCLEAR,
        REFUSES,
        REFUSES_THE_KEY,
        KNOWS_NO_SUCH_MEDIA
    }

    private final Map<String, String> media = new LinkedHashMap<>();

    /** The contents of the messages that were accepted, in order. */
    final List<String> accepted = new ArrayList<>();

    /** What comes next; then everything is accepted. */
    final Deque<Reaction> reactions = new ArrayDeque<>();

    boolean refusesUploads;
    int uploads;

    String upload(Path file) throws IOException {
        if (refusesUploads) {
            throw new MediaRejectedException("size", "5 MB", "It is too large.");
        }
        uploads++;
        String id = "media-" + uploads;
        media.put(id, Files.readString(file));
        return id;
    }

    void forgetMedia() {
        media.clear();
    }

    /** @param disk what the caller may be killed by while the request is on its way, or the answer */
    String send(String mediaId, FaultyDisk disk) {
        disk.step("request");
        Reaction reaction = reactions.isEmpty() ? Reaction.ACCEPTS : reactions.poll();
        if (!media.containsKey(mediaId)) {
            reaction = Reaction.KNOWS_NO_SUCH_MEDIA;
        }
        if (reaction == Reaction.ACCEPTS || reaction == Reaction.ACCEPTS_WITHOUT_AN_ANSWER) {
            accepted.add(media.get(mediaId));
        }
        disk.step("answer");
        return switch (reaction) {
            case ACCEPTS -> "message-" + accepted.size();
            case ACCEPTS_WITHOUT_AN_ANSWER, GIVES_NO_ANSWER ->
                throw new SendInDoubtException("No answer came.", ErrorFacts.NONE, null);
            case IS_DOWN ->
                throw new ServiceUnavailableException("HTTP 503.", ErrorFacts.NONE.withRetryable(true), null);
            case IS_UNCLEAR -> throw new ServiceUnavailableException("HTTP 500.", ErrorFacts.NONE, null);
            case REFUSES -> throw new RequestRefusedException("HTTP 400.", ErrorFacts.NONE, null);
            case REFUSES_THE_KEY -> throw new AuthenticationException("HTTP 401.", ErrorFacts.NONE, null);
            case KNOWS_NO_SUCH_MEDIA -> throw new MediaNotFoundException("No such media.", ErrorFacts.NONE, null);
        };
    }
}
