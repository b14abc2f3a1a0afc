package org.cameld360.media.component;

import static org.cameld360.media.component.Expected.IN_DOUBT;
import static org.cameld360.media.component.Expected.UNAVAILABLE;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cameld360.media.D360MediaException;
import org.cameld360.media.client.ScriptedServer;
import org.cameld360.media.client.ScriptedServer.Script;
import org.cameld360.media.component.Call.Kind;
import org.jspecify.annotations.Nullable;

/** Something that goes wrong between the component and a server, and what it has to end in. */
final class Fault implements FaultTable.Row {

    /** When it ends, and the timeouts by which that is seen: what ends at once does so long before any of them. */
    enum Ends {
        AT_ONCE("at once", "&connectTimeout=30000&responseTimeout=30000", 0),
        AFTER_CONNECT_TIMEOUT("after `connectTimeout`", "&connectTimeout=300&responseTimeout=30000", 300),
        AFTER_RESPONSE_TIMEOUT("after `responseTimeout`", "&connectTimeout=30000&responseTimeout=400", 400);

        final String words;
        final String options;
        final Duration atLeast;

        Ends(String words, String options, int atLeast) {
            this.words = words;
            this.options = options;
            this.atLeast = Duration.ofMillis(atLeast);
        }
    }

    private final Faults.Section section;
    private final String words;
    private final Peer.Kind peer;
    private final @Nullable Script script;

    private final Map<Kind, Expected> expected = new EnumMap<>(Kind.class);
    private Ends ends = Ends.AT_ONCE;
    private int accepted;
    private boolean reachesServer = true;
    private boolean onKeptConnection;
    private boolean large;
    private boolean spoilsTheConnection;
    private boolean holdsBack;
    private String saying = "";

    private Fault(Faults.Section section, String words, Script script) {
        this(section, words, Peers.scripted(script), script);
    }

    private Fault(Faults.Section section, String words, Peer.Kind peer, @Nullable Script script) {
        this.section = section;
        this.words = words;
        this.peer = peer;
        this.script = script;
    }

    /** No connection comes about: nothing has left, so everything may be repeated. */
    static Fault connection(String words, Peer.Kind peer) {
        Fault fault = new Fault(Faults.Section.CONNECTION, words, peer, null);
        fault.reachesServer = false;
        return fault.all(UNAVAILABLE);
    }

    /** The server gets no complete request. */
    static Fault request(String words, Script script) {
        return new Fault(Faults.Section.REQUEST, words, script).all(UNAVAILABLE).send(IN_DOUBT);
    }

    /** The server got all of it, and what it made of that is not known. */
    static Fault answer(String words, Script script) {
        return new Fault(Faults.Section.ANSWER, words, script)
                .all(UNAVAILABLE)
                .send(IN_DOUBT)
                .accepted();
    }

    /** The server says that it does not want the request. */
    static Fault refusal(String words, Script script, Expected all) {
        return new Fault(Faults.Section.REFUSAL, words, script).all(all);
    }

    static Fault refusal(String words, Script script, Class<? extends D360MediaException> all) {
        return refusal(words, script, Expected.refused(all));
    }

    private Fault all(Expected all) {
        for (Kind kind : Kind.values()) {
            expected.put(kind, all);
        }
        return this;
    }

    Fault send(Expected ofSend) {
        expected.put(Kind.SEND, ofSend);
        return this;
    }

    Fault except(Kind kind, Expected ofKind) {
        expected.put(kind, ofKind);
        return this;
    }

    Fault only(Kind first, Kind... more) {
        expected.keySet().retainAll(EnumSet.of(first, more));
        return this;
    }

    Fault ends(Ends when) {
        this.ends = when;
        return this;
    }

    /** A real service would have accepted the message. */
    private Fault accepted() {
        this.accepted = 1;
        return this;
    }

    /** What is uploaded is more than the buffers of a connection take. */
    Fault large() {
        this.large = true;
        return this;
    }

    /** It is met once, on a connection that has served a request before. */
    Fault onKeptConnection() {
        this.onKeptConnection = true;
        return this;
    }

    /** What comes too much is read when the connection is used again. */
    Fault spoilsTheConnection() {
        this.spoilsTheConnection = true;
        return this;
    }

    /** The component asks the server for nothing more of that kind, for a while. */
    Fault holdsBack() {
        this.holdsBack = true;
        return this;
    }

    Fault saying(String part) {
        this.saying = part;
        return this;
    }

    /** @param server for the call, where the fault needs no other, and leaves it as it was */
    Peer start(Call call, int times, ScriptedServer server) {
        boolean other = script == null || holdsBack;
        return other ? peer.start(call, times) : Peers.scripted(server, call, script, times);
    }

    @Override
    public Faults.Section section() {
        return section;
    }

    @Override
    public String words() {
        return words;
    }

    @Override
    public Set<Kind> kinds() {
        return expected.keySet();
    }

    List<Call> calls() {
        return Stream.of(Call.values())
                .filter(call -> expected.containsKey(call.kind()))
                .toList();
    }

    @Override
    public Expected expected(Kind kind) {
        return expected.get(kind);
    }

    Expected expected(Call call) {
        return expected.get(call.kind());
    }

    /** How many requests the server sees that are meant. */
    int requests(Call call) {
        return reachesServer ? expected(call).attempts() : 0;
    }

    /** How many messages a real service would have accepted. */
    int accepted(Call call) {
        return call.isSend() ? accepted : 0;
    }

    @Override
    public Ends ends() {
        return ends;
    }

    /** Whether it can be met some times, and then no more. */
    boolean passes() {
        return script != null && !spoilsTheConnection;
    }

    boolean isLarge() {
        return large;
    }

    boolean isOnKeptConnection() {
        return onKeptConnection;
    }

    boolean isHoldingBack() {
        return holdsBack;
    }

    /** A part of the exception's message. */
    String saying() {
        return saying;
    }

    @Override
    public String toString() {
        return words;
    }
}
