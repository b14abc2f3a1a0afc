package org.cameld360.media.media.inspect;

import java.io.IOException;

/** Ends the reading of a format; the message is the damage, in words that stand behind "it is". */
final class Broken extends IOException {

    private static final long serialVersionUID = 1L;

    Broken(String damage) {
        super(damage);
    }

    static Broken cutOff() {
        return new Broken("cut off: it ends before its headers do. Was it copied or downloaded as a whole?");
    }

    static Broken tooIntricate() {
        return new Broken("made of more parts than are looked at, which no recorder or converter does");
    }

    /** It is part of how media are read, and costs no more than a return. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
