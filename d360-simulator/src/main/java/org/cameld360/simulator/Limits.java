package org.cameld360.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much a key may do. Each limit is off where it is null, or 0.
 *
 * @param v2Uploads answered with 400 in the gateway's words
 * @param v2Messages the throughput of a number: code 130429
 * @param v2Pair messages to the same person: code 131056
 * @param v1Messages answered with 429, code 1015
 * @param v1Others all other calls of v1, likewise
 * @param getBlock what failed GETs of media lead to; v2
 * @param mediaVolume in bytes: once v1's media fill it, v1 takes neither media nor messages
 */
public record Limits(
        @Nullable Rate v2Uploads,
        @Nullable Rate v2Messages,
        @Nullable Rate v2Pair,
        @Nullable Rate v1Messages,
        @Nullable Rate v1Others,
        @Nullable GetBlock getBlock,
        long mediaVolume) {

    /**
     * So many at once, and so many more each second.
     *
     * @param strict whether no second has more than the burst, however it lies. If not, up to twice as many may come in one
     */
    public record Rate(double perSecond, int burst, boolean strict) {

        public Rate {
            if (!(perSecond > 0) || burst < 1) {
                throw new IllegalArgumentException("a rate needs a positive number for each second, and a burst");
            }
        }

        /** One that is not strict. */
        public Rate(double perSecond, int burst) {
            this(perSecond, burst, false);
        }
    }

    /**
     * Once there are so many failures within the window, {@code GET /{media-id}} is answered with 429 until the block is over.
     *
     * @param failures how many may be; one more blocks
     */
    public record GetBlock(int failures, Duration window, Duration block) {

        /** The older wording, and the strictest: more than 5 in an hour block for an hour. */
        public static final GetBlock STRICTEST = new GetBlock(5, Duration.ofHours(1), Duration.ofHours(1));

        /** The wording of 2026: 20 in 60 minutes block for 30 minutes. */
        public static final GetBlock CURRENT = new GetBlock(19, Duration.ofMinutes(60), Duration.ofMinutes(30));
    }

    /** Nothing is limited. What tests have unless they say otherwise. */
    public static Limits none() {
        return new Limits(null, null, null, null, null, null, 0);
    }

    /**
     * 25 uploads and 80 messages each second; to the same person 45 at once and one each 6 seconds; on v1 50 messages each second in bursts of 150,
     * and 20 other calls in bursts of 60; 20 failed GETs in 60 minutes block for 30. What the program has unless told otherwise. The media volume of
     * the real service is not documented, so it is off.
     */
    public static Limits asReal() {
        return new Limits(
                new Rate(25, 25),
                new Rate(80, 80),
                new Rate(1.0 / 6, 45),
                new Rate(50, 150),
                new Rate(20, 60),
                GetBlock.CURRENT,
                0);
    }

    /**
     * As {@link #asReal()}, by the strictest reading: of the three wordings that the block of GETs has had, and of how the real service counts, which is
     * not documented: no second has more than 25 uploads or 80 messages on v2.
     */
    public static Limits strictest() {
        return asReal().withGetBlock(GetBlock.STRICTEST)
                .withV2Uploads(new Rate(25, 25, true))
                .withV2Messages(new Rate(80, 80, true));
    }

    public Limits withV2Uploads(@Nullable Rate rate) {
        return new Limits(rate, v2Messages, v2Pair, v1Messages, v1Others, getBlock, mediaVolume);
    }

    public Limits withV2Messages(@Nullable Rate rate) {
        return new Limits(v2Uploads, rate, v2Pair, v1Messages, v1Others, getBlock, mediaVolume);
    }

    public Limits withV2Pair(@Nullable Rate rate) {
        return new Limits(v2Uploads, v2Messages, rate, v1Messages, v1Others, getBlock, mediaVolume);
    }

    public Limits withV1Messages(@Nullable Rate rate) {
        return new Limits(v2Uploads, v2Messages, v2Pair, rate, v1Others, getBlock, mediaVolume);
    }

    public Limits withV1Others(@Nullable Rate rate) {
        return new Limits(v2Uploads, v2Messages, v2Pair, v1Messages, rate, getBlock, mediaVolume);
    }

    public Limits withGetBlock(@Nullable GetBlock block) {
        return new Limits(v2Uploads, v2Messages, v2Pair, v1Messages, v1Others, block, mediaVolume);
    }

    public Limits withMediaVolume(long bytes) {
        return new Limits(v2Uploads, v2Messages, v2Pair, v1Messages, v1Others, getBlock, bytes);
    }
}
