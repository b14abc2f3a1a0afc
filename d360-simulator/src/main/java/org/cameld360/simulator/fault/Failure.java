package org.cameld360.simulator.fault;

import java.time.Duration;
import java.util.Locale;
import org.cameld360.simulator.DeliveryFailure;
import org.jspecify.annotations.Nullable;

/** What goes wrong with a call, how often. */
public final class Failure {

    /** How it goes wrong. */
    public enum Kind {
        /** An answer that says that the service is in trouble. The call is not carried out. */
        STATUS,
        /** The connection is reset. The call is not carried out. */
        CONNECTION_CUT,
        /** The connection is reset after the call was carried out: the client cannot know. */
        ANSWER_LOST,
        /** The call is carried out; the answer is no HTTP. */
        GARBAGE,
        /** The call is carried out; the body of the answer ends before its announced length. */
        BODY_CUT,
        /** The call is carried out; the body comes bit by bit. */
        SLOW_BODY,
        /** The call is carried out; the answer comes late. */
        DELAY,
        /** The message is accepted, and fails later, by webhook. */
        LATE
    }

    private final Kind kind;
    private final int status;
    private final Duration duration;
    private final @Nullable DeliveryFailure late;
    private final int times;

    private Failure(Kind kind, int status, Duration duration, @Nullable DeliveryFailure late, int times) {
        this.kind = kind;
        this.status = status;
        this.duration = duration;
        this.late = late;
        this.times = times;
    }

    private static Failure of(Kind kind) {
        return new Failure(kind, 0, Duration.ZERO, null, 1);
    }

    /** 503 with a page of HTML, as during a restart; the call after it is answered as ever. */
    public static Failure with503ThenOk() {
        return withStatus(503);
    }

    /** 502, 503 and 504 come with a page of HTML, others with JSON in the words of the API. */
    public static Failure withStatus(int status) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("not the status of an error: " + status);
        }
        return new Failure(Kind.STATUS, status, Duration.ZERO, null, 1);
    }

    public static Failure withConnectionCut() {
        return of(Kind.CONNECTION_CUT);
    }

    public static Failure withAnswerLost() {
        return of(Kind.ANSWER_LOST);
    }

    public static Failure withGarbage() {
        return of(Kind.GARBAGE);
    }

    public static Failure withBodyCut() {
        return of(Kind.BODY_CUT);
    }

    /** The body takes this long from its first to its last piece. */
    public static Failure withSlowBody(Duration duration) {
        return new Failure(Kind.SLOW_BODY, 0, duration, null, 1);
    }

    /** This long passes before the answer begins. */
    public static Failure withDelay(Duration duration) {
        return new Failure(Kind.DELAY, 0, duration, null, 1);
    }

    /** Accepted, and later failed with 131053. */
    public static Failure later(String details) {
        return later(DeliveryFailure.media(details));
    }

    /** Accepted, and later failed. */
    public static Failure later(DeliveryFailure failure) {
        return new Failure(Kind.LATE, 0, Duration.ZERO, failure, 1);
    }

    /** The same, for so many calls. */
    public Failure times(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("at least once");
        }
        return new Failure(kind, status, duration, late, count);
    }

    public Kind kind() {
        return kind;
    }

    public int status() {
        return status;
    }

    public Duration duration() {
        return duration;
    }

    /** Set where the kind is {@link Kind#LATE}. */
    public @Nullable DeliveryFailure late() {
        return late;
    }

    int times() {
        return times;
    }

    /** For example {@code status-503}. */
    @Override
    public String toString() {
        String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return kind == Kind.STATUS ? name + "-" + status : name;
    }
}
