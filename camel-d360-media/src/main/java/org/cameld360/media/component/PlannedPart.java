package org.cameld360.media.component;

import java.util.ArrayList;
import java.util.List;
import org.cameld360.media.D360MediaException;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.media.MediaRules;
import org.cameld360.media.media.MediaType;
import org.cameld360.media.media.MessageDetails;
import org.jspecify.annotations.Nullable;

/**
 * A part together with the details that it carries, checked.
 *
 * @param number counted from 1
 */
record PlannedPart(int number, SendPart part, MessageDetails details) {

    /**
     * Gives the caption to the first part that may carry one, and checks every detail before anything is sent.
     *
     * @throws D360MediaException where the only part is refused, or no part may carry the caption
     */
    static List<PlannedPart> plan(List<SendPart> parts, MessageDetails details, MediaRules rules) {
        boolean single = parts.size() == 1;
        boolean captionLeft = details.caption() != null;
        List<PlannedPart> plan = new ArrayList<>();
        for (SendPart part : parts) {
            MediaType type = part.type();
            boolean takesCaption =
                    captionLeft && (single || (type != null && rules.of(type).caption()));
            MessageDetails own = takesCaption ? details : details.withoutCaption();
            SendPart checked = type == null ? part : checked(part, type, own, rules);
            if (checked instanceof SendPart.Refused refused && single) {
                throw refused.reason();
            }
            captionLeft &= !takesCaption || checked instanceof SendPart.Refused;
            plan.add(new PlannedPart(plan.size() + 1, checked, own));
        }
        boolean someGo = plan.stream().anyMatch(planned -> !(planned.part() instanceof SendPart.Refused));
        if (captionLeft && someGo) {
            throw new MediaRejectedException(
                    "caption",
                    null,
                    "None of the " + parts.size() + " parts may carry the caption. Leave it out, or send the text as a"
                            + " message of its own.");
        }
        return plan;
    }

    private static SendPart checked(SendPart part, MediaType type, MessageDetails details, MediaRules rules) {
        try {
            details.check(type, contentType(part), rules);
            return part;
        } catch (MediaRejectedException e) {
            return new SendPart.Refused(part.fileName(), e);
        }
    }

    private static @Nullable String contentType(SendPart part) {
        if (part instanceof SendPart.ToUpload upload) {
            return upload.media().decision().contentType();
        }
        return part instanceof SendPart.Referenced referenced ? referenced.contentType() : null;
    }
}
