package org.cameld360.examples.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;

/** A Kafka broker in this JVM, which is its own controller too, on loopback. */
public final class Broker implements AutoCloseable {

    /** Below the ports that systems give to outgoing connections and to port 0, so that nobody is given one by chance. */
    private static final int LOWEST_PORT = 20_000;

    private static final int HIGHEST_PORT = 30_000;

    private final Path folder;
    private final int port;
    private final int controllerPort;
    private KafkaRaftServer server;

    private Broker(Path folder) throws IOException {
        this.folder = folder;
        List<Integer> ports = freePorts(2);
        this.port = ports.get(0);
        this.controllerPort = ports.get(1);
        format();
        this.server = started();
    }

    /**
     * A new one, without a topic.
     *
     * @param folder empty, for its files; they are there as long as it runs
     */
    public static Broker start(Path folder) throws IOException {
        // Their warnings tell of nothing but a new broker that starts and stops.
        Configurator.setLevel("org.apache.kafka.controller.QuorumController", Level.ERROR);
        Configurator.setLevel("org.apache.kafka.clients.NetworkClient", Level.ERROR);
        return new Broker(folder);
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            while (sockets.size() < count) {
                try {
                    sockets.add(new ServerSocket(
                            ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT),
                            1,
                            InetAddress.getLoopbackAddress()));
                } catch (IOException taken) {
                    // the next one
                }
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    private void format() throws IOException {
        Path file = folder.resolve("server.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            properties().store(out, null);
        }
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream());
        int status = StorageTool.execute(
                new String[] {
                    "format",
                    "--config",
                    file.toString(),
                    "--cluster-id",
                    Uuid.randomUuid().toString()
                },
                silent);
        if (status != 0) {
            throw new IOException("The storage of the broker can't be prepared: " + status);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "controller.listener.names", "CONTROLLER",
                "log.dirs", folder.resolve("logs").toString(),
                "offsets.topic.num.partitions", "1",
                "offsets.topic.replication.factor", "1",
                "group.initial.rebalance.delay.ms", "0"));
        properties.putAll(Map.of(
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.num.partitions", "1",
                "transaction.state.log.min.isr", "1",
                "auto.create.topics.enable", "false",
                "log.cleaner.enable", "false",
                "num.network.threads", "1",
                "num.io.threads", "2",
                "background.threads", "1",
                // as tests don't wait as long for a worker that is gone
                "group.min.session.timeout.ms", "1000"));
        return properties;
    }

    /** Once it was stopped, with what it held. */
    public void startAgain() {
        server = started();
    }

    private KafkaRaftServer started() {
        KafkaRaftServer raft = new KafkaRaftServer(new KafkaConfig(properties(), false), Time.SYSTEM);
        raft.startup();
        return raft;
    }

    /** It can be {@linkplain #startAgain() started again}. */
    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Where clients find it. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** With as many partitions each. */
    public void createTopics(int partitions, String... names) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
            List<NewTopic> topics = new ArrayList<>();
            for (String name : names) {
                topics.add(new NewTopic(name, partitions, (short) 1));
            }
            admin.createTopics(topics).all().get();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
