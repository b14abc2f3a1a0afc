package org.cameld360.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where and with what it was measured. */
public final class Machine {

    private static final List<String> LIBRARIES = List.of(
            "org.apache.camel/camel-http",
            "org.apache.camel/camel-whatsapp",
            "com.fasterxml.jackson.core/jackson-databind");
    private static final String HTTP_CLIENT = "org.apache.hc.client5.http.impl.async.HttpAsyncClients";

    private Machine() {}

    /** A line for each fact. */
    public static List<String> facts(int rounds, Duration took) throws IOException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        List<String> facts = new ArrayList<>();
        facts.add(LocalDate.now(ZoneOffset.UTC) + ", " + rounds + " rounds, " + (took.toSeconds() + 59) / 60
                + " minutes");
        facts.add(system.getAvailableProcessors() + " cores, " + processor() + "; "
                + String.format(Locale.ROOT, "%.0f GB", system.getTotalMemorySize() / 1e9) + "; " + system.getName()
                + " " + system.getVersion() + "; both JVMs on it, over loopback");
        facts.add(System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version") + ", "
                + ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(collector -> collector.getName())
                        .collect(Collectors.joining(", ")));
        facts.add(Stream.concat(
                        LIBRARIES.stream().map(name -> name.substring(name.indexOf('/') + 1) + " " + version(name)),
                        Stream.of("HttpClient 5 " + httpClient()))
                .collect(Collectors.joining(", ")));
        return facts;
    }

    private static String processor() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        if (!Files.exists(file)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    private static String version(String name) {
        try (InputStream in = Machine.class.getResourceAsStream("/META-INF/maven/" + name + "/pom.properties")) {
            if (in == null) {
                return "of unknown version";
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "of unknown version");
        } catch (IOException e) {
            return "of unknown version";
        }
    }

    private static String httpClient() {
        try {
            String version = Class.forName(HTTP_CLIENT).getPackage().getImplementationVersion();
            return version == null ? "of unknown version" : version;
        } catch (ClassNotFoundException e) {
            return "of unknown version";
        }
    }
}
