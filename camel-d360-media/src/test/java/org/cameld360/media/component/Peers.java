package org.cameld360.media.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.assertj.core.api.Assumptions;
import org.cameld360.media.client.Conversation;
import org.cameld360.media.client.ScriptedServer;
import org.cameld360.media.client.ScriptedServer.Script;

/** The kinds of {@link Peer}. */
final class Peers {

    /** A name of the registry of the lab under which what trusts a certificate is bound. */
    static final String TRUSTING = "trusting";

    private Peers() {}

    /** A server that takes connections and requests, and then does what the script says. */
    static Peer.Kind scripted(Script fault) {
        return (call, times) -> {
            ScriptedServer server = ScriptedServer.start(call::serveWell);
            return new Scripted(server, call, fault, times, server::close);
        };
    }

    /** The same with a server that is there before and afterwards. */
    static Peer scripted(ScriptedServer server, Call call, Script fault, int times) {
        return new Scripted(server, call, fault, times, () -> server.begin(call::serveWell));
    }

    /** What a server of ours has seen. */
    private abstract static class Served implements Peer {

        final ScriptedServer server;

        Served(ScriptedServer server) {
            this.server = server;
        }

        @Override
        public List<Conversation> requests() {
            return server.requests();
        }

        @Override
        public int connections() {
            return server.connections();
        }
    }

    private static final class Scripted extends Served {

        private final AtomicInteger times;
        private final Runnable end;

        Scripted(ScriptedServer server, Call call, Script fault, int times, Runnable end) {
            super(server);
            this.times = new AtomicInteger(times);
            this.end = end;
            server.begin(call.meeting(fault, this.times));
        }

        @Override
        public String url() {
            return server.url();
        }

        @Override
        public void meet(int requests) {
            times.set(requests);
        }

        @Override
        public void close() {
            end.run();
        }
    }

    /** A server whose certificate is not what it should be; no request gets there. */
    static Peer.Kind tls(Supplier<SSLContext> certificate, boolean trusted) {
        return (call, times) -> {
            ScriptedServer server = ScriptedServer.startTls(certificate.get(), call::serveWell);
            return new Served(server) {
                @Override
                public String url() {
                    return "https://localhost:" + server.port();
                }

                @Override
                public String options() {
                    return trusted ? "&sslContextParameters=#" + TRUSTING : "";
                }

                @Override
                public void close() {
                    server.close();
                }
            };
        };
    }

    /** Something that takes connections and knows nothing of TLS. */
    static Peer.Kind noTls(Supplier<RawServer> kind) {
        return (call, times) -> {
            RawServer server = kind.get();
            return new Peer() {
                @Override
                public String url() {
                    return "https://localhost:" + server.port();
                }

                @Override
                public int connections() {
                    return server.connections();
                }

                @Override
                public void close() {
                    server.close();
                }
            };
        };
    }

    /** A port that is taken, so that nobody else gets it meanwhile, and where nobody listens. */
    static Peer.Kind notListening() {
        return (call, times) -> {
            try {
                Socket taken = new Socket();
                taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                return unreachable("http://localhost:" + taken.getLocalPort(), List.of(taken));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** A name with a part of more than 63 characters (RFC 1035, 2.3.4): no name server is even asked for it. */
    static Peer.Kind unknownHost() {
        return (call, times) -> unreachable("http://" + "d360".repeat(16) + ".invalid", List.of());
    }

    /** A listener that accepts nobody and whose queue is full: the next one gets no answer to its SYN. */
    static Peer.Kind notAccepting() {
        return (call, times) -> {
            try {
                List<AutoCloseable> open = new ArrayList<>();
                ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                open.add(listener);
                fill(listener, open);
                return unreachable("http://localhost:" + listener.getLocalPort(), open);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static void fill(ServerSocket listener, List<AutoCloseable> open) throws IOException {
        for (int i = 0; i < 20; i++) {
            Socket socket = new Socket();
            open.add(socket);
            try {
                socket.connect(new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort()), 200);
            } catch (SocketTimeoutException reached) {
                return;
            }
        }
        Assumptions.assumeThat(open)
                .as("this system has no bound on its backlog")
                .isEmpty();
    }

    private static Peer unreachable(String url, List<? extends AutoCloseable> open) {
        return new Peer() {
            @Override
            public String url() {
                return url;
            }

            @Override
            public void close() {
                for (AutoCloseable one : open) {
                    try {
                        one.close();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        };
    }
}
