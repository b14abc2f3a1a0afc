package org.cameld360.media.media;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a picture breaks of the rules. What its header doesn't tell is not held against it. */
final class PictureBreaches {

    private PictureBreaches() {}

    static List<Breach> of(Picture picture, TypeRule rules, MediaType type, String api) {
        PictureRule rule = rules.picture();
        List<Breach> breaches = new ArrayList<>();
        if (picture.animated() && rules.maxAnimatedBytes() == 0) {
            breaches.add(new Breach(
                    "animated",
                    "not animated",
                    "it is animated, and " + api + " takes no animated " + type,
                    "Send a still one"));
        }
        if (rule.maxBitDepth() > 0 && picture.bitDepth() > rule.maxBitDepth()) {
            breaches.add(new Breach(
                    "bit-depth",
                    rule.maxBitDepth() + " bits",
                    "it has " + picture.bitDepth() + " bits for each colour, and " + api + " takes at most "
                            + rule.maxBitDepth() + " in " + type.withArticle(),
                    "Save it with " + rule.maxBitDepth() + " bits"));
        }
        boolean known = picture.colour() != Picture.Colour.UNKNOWN;
        if (known && !rule.colours().isEmpty() && !rule.colours().contains(picture.colour())) {
            String allowed = names(rule.colours());
            breaches.add(new Breach(
                    "colour",
                    allowed,
                    "its colours are " + name(picture.colour()) + ", and " + api + " takes only " + allowed + " in "
                            + type.withArticle(),
                    "Save it as RGB"));
        }
        if (differs(picture.width(), rule.width()) || differs(picture.height(), rule.height())) {
            String allowed = rule.width() + "x" + rule.height();
            breaches.add(new Breach(
                    "canvas",
                    allowed + " pixels",
                    "it has " + picture.width() + "x" + picture.height() + " pixels, and " + api + " takes only "
                            + allowed + " as " + type.withArticle(),
                    "Put it on a canvas of " + allowed));
        }
        return breaches;
    }

    private static boolean differs(int found, int allowed) {
        return found != 0 && allowed != 0 && found != allowed;
    }

    private static String names(Set<Picture.Colour> colours) {
        return EnumSet.copyOf(colours).stream()
                .map(PictureBreaches::name)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String name(Picture.Colour colour) {
        return switch (colour) {
            case GREY, GREY_ALPHA -> "grey";
            case RGB, RGBA -> "RGB";
            case PALETTE -> "palette";
            default -> colour.name();
        };
    }
}
