package org.cameld360.examples.watchedfolder;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How it went to put a file into its place.
 *
 * @param obstacle why it is {@link State#STUCK}
 * @param unwritten why the journal does not know of it
 */
record PutAway(
        State state,
        @Nullable IOException obstacle,
        @Nullable IOException unwritten) {

    enum State {
        DONE,
        /** Somebody has taken it away. */
        GONE,
        /** Another file is there under its name, or another content. */
        CHANGED,
        /** It lies where it was. */
        STUCK
    }

    static final PutAway DONE = new PutAway(State.DONE, null, null);
    static final PutAway GONE = new PutAway(State.GONE, null, null);
    static final PutAway CHANGED = new PutAway(State.CHANGED, null, null);

    static PutAway stuck(IOException obstacle) {
        return new PutAway(State.STUCK, obstacle, null);
    }

    PutAway unwritten(@Nullable IOException why) {
        return new PutAway(state, obstacle, why);
    }

    /** What a person should know: sentences, with a blank before each, or nothing. */
    String remark(Outcome outcome) {
        return switch (state) {
            case DONE -> "";
            case GONE -> " The file has gone meanwhile.";
            case CHANGED ->
                outcome == Outcome.REFUSED
                        ? " It has changed meanwhile, and is tried again."
                        : " The file has changed meanwhile: what is there now goes as well.";
            case STUCK -> " It can't be moved to " + outcome.folder() + " (" + obstacle + ")." + consequence(outcome);
        };
    }

    private String consequence(Outcome outcome) {
        String stays = " It stays, and is not sent again: the next start tries to move it.";
        return unwritten == null || outcome != Outcome.SENT
                ? stays
                : stays + " The journal can't be written either (" + unwritten
                        + "): unless it can be later, the next start" + " takes the file for one in doubt.";
    }
}
