package org.cameld360.media.component;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.attachment.Attachment;
import org.cameld360.media.media.FileNames;
import org.cameld360.media.media.Rejections;
import org.jspecify.annotations.Nullable;

/**
 * The attachments of a mail as the mail has them. Camel's mail component gives them in a map without order, drops the second of
 * two that have the same name, and leaves out what has no name. Only {@link MailText} may name this class: the mail API need not
 * be there.
 */
final class MailAttachments {

    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 1000;

    private final Map<String, Attachment> given;
    private final List<MailLeaf> leaves = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Attachment> inOrder = new LinkedHashMap<>();

    private MailAttachments(Map<String, Attachment> given) {
        this.given = given;
    }

    /**
     * In the order of the mail. What a route has removed stays away, and what it has added comes last.
     *
     * @param given what the message has as attachments; it has none of a mail that was not mapped ({@code mapMailMessage=false})
     * @param body the mail, or its parts; with any other body the attachments are as they were given
     */
    static Map<String, Attachment> of(Map<String, Attachment> given, Object body) {
        try {
            MailAttachments mail = new MailAttachments(given);
            if (body instanceof Multipart parts) {
                mail.collect(parts, 0);
                return mail.inOrder(!given.isEmpty() || mail.hasNoNames());
            }
            if (body instanceof Part part) {
                mail.collect(part, 0);
                return mail.inOrder(true);
            }
            return given;
        } catch (MessagingException | IOException | RuntimeException e) {
            throw Rejections.of(
                    "source-broken",
                    "The parts of the mail can't be read (" + Rejections.reason(e)
                            + "). Nothing was sent. Check the connection to the mail server, and the mail.",
                    e);
        }
    }

    private void collect(Multipart parts, int depth) throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount(); i++) {
            collect(parts.getBodyPart(i), depth + 1);
        }
    }

    private void collect(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || leaves.size() >= MOST_PARTS) {
            throw new MessagingException("it has too many parts, one within the other");
        }
        if (!part.isMimeType("multipart/*")) {
            leaves.add(MailLeaf.of(part));
        } else if (part.getContent() instanceof Multipart parts) {
            collect(parts, depth);
        }
    }

    private boolean hasNoNames() {
        return leaves.stream().allMatch(leaf -> leaf.name() == null);
    }

    /** @param more whether what the mail component did not hand over goes as well */
    private Map<String, Attachment> inOrder(boolean more) throws MessagingException {
        Set<String> names = new HashSet<>();
        for (MailLeaf leaf : leaves) {
            String key = keyOf(leaf);
            if (key != null) {
                taken.add(key);
                put(key, given.get(key));
            } else if (more && leaf.isAttached() && !isRemoved(leaf, names)) {
                put(leaf.key(), leaf.toAttachment());
            }
            if (key != null && leaf.name() != null) {
                names.add(leaf.name());
            }
        }
        given.forEach((key, attachment) -> {
            if (!taken.contains(key)) {
                put(key, attachment);
            }
        });
        return inOrder;
    }

    /** A name that the mail component has not handed over has been removed since, unless it comes a second time. */
    private boolean isRemoved(MailLeaf leaf, Set<String> names) {
        return leaf.name() != null && !given.isEmpty() && !names.contains(leaf.name());
    }

    /** Under which the mail component has handed this part over, or {@code null}. */
    private @Nullable String keyOf(MailLeaf leaf) throws MessagingException {
        String name = leaf.name();
        if (name != null && given.containsKey(name) && !taken.contains(name)) {
            return name;
        }
        // its options decode names or make some up, and it cuts paths off
        for (Map.Entry<String, Attachment> entry : given.entrySet()) {
            if (!taken.contains(entry.getKey()) && leaf.is(entry.getValue())) {
                return entry.getKey();
            }
        }
        return null;
    }

    private void put(String key, @Nullable Attachment attachment) {
        if (attachment == null) {
            return;
        }
        String free = key;
        for (int number = 2; inOrder.containsKey(free); number++) {
            free = FileNames.numbered(key, number);
        }
        inOrder.put(free, attachment);
    }
}
