package org.cameld360.media.component;

import static org.cameld360.media.component.Expected.UNAVAILABLE;
import static org.cameld360.media.component.Expected.UNCLEAR;
import static org.cameld360.media.component.Expected.refused;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.cameld360.media.AuthenticationException;
import org.cameld360.media.MediaNotFoundException;
import org.cameld360.media.RateLimitException;
import org.cameld360.media.RequestRefusedException;
import org.cameld360.media.component.Call.Kind;

/**
 * Statuses that are treated alike where the answer gives no code of the API.
 *
 * @param words which they are
 * @param hold whether a status is one of them
 * @param general what a request ends in
 * @param special the same for requests that are treated in another way
 */
record Statuses(String words, IntPredicate hold, Expected general, Map<Kind, Expected> special)
        implements FaultTable.Row {

    private static final Set<Integer> RESTARTING = Set.of(503, 555);

    private static final Expected REFUSED = refused(RequestRefusedException.class);
    private static final Expected MISSING = refused(MediaNotFoundException.class);

    static final List<Statuses> ALL = List.of(
            new Statuses("300 to 399: no redirect is followed", s -> s < 400, REFUSED, Map.of()),
            new Statuses("401", s -> s == 401, refused(AuthenticationException.class), Map.of()),
            new Statuses(
                    "404, 410",
                    s -> s == 404 || s == 410,
                    REFUSED,
                    Map.of(Kind.METADATA, MISSING, Kind.MEDIA, MISSING, Kind.DELETE, MISSING)),
            new Statuses("408", s -> s == 408, UNAVAILABLE, Map.of(Kind.SEND, UNCLEAR)),
            new Statuses("429", s -> s == 429, new Expected(RateLimitException.class, true, true), Map.of()),
            new Statuses(
                    "any other from 400 to 499",
                    s -> s >= 400
                            && s <= 499
                            && !Set.of(401, 404, 408, 410, 429).contains(s),
                    REFUSED,
                    Map.of()),
            new Statuses("503, 555: 360dialog restarts", RESTARTING::contains, UNAVAILABLE, Map.of()),
            new Statuses(
                    "any other from 500 to 599",
                    s -> s >= 500 && !RESTARTING.contains(s),
                    UNAVAILABLE,
                    Map.of(Kind.SEND, UNCLEAR)));

    static Statuses of(int status) {
        List<Statuses> holding =
                ALL.stream().filter(row -> row.hold.test(status)).toList();
        if (holding.size() != 1) {
            throw new IllegalStateException(status + " is in " + holding.size() + " rows");
        }
        return holding.get(0);
    }

    @Override
    public Faults.Section section() {
        return Faults.Section.STATUS;
    }

    @Override
    public Set<Kind> kinds() {
        return EnumSet.allOf(Kind.class);
    }

    @Override
    public Expected expected(Kind kind) {
        return special.getOrDefault(kind, general);
    }

    /** A v2 download that is missing has its address asked for once more. */
    int requests(Call call) {
        boolean resolvedAnew = call == Call.DOWNLOAD_V2 && expected(call.kind()).equals(MISSING);
        return resolvedAnew ? 2 : expected(call.kind()).attempts();
    }

    @Override
    public Fault.Ends ends() {
        return Fault.Ends.AT_ONCE;
    }
}
