package org.cameld360.simulator;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cameld360.simulator.fault.FaultRates;
import org.jspecify.annotations.Nullable;

/** The arguments of {@link Main}. */
final class CommandLine {

    static final String USAGE = """
            Usage: java -jar d360-simulator-all.jar [OPTION]...

              --port PORT               where to listen on 127.0.0.1; 0 is any free port. Default: 8360
              --api-key KEY             a key that is let in; may be repeated. Default: one, made up
              --data DIR                where the media is kept while it runs. Default: a temporary folder
              --limits real|strictest|none
                                        rates, bursts and blocks as the real service has them, by the strictest
                                        reading of its documents, or none. Default: real
              --media-volume BYTES      once v1's media fill it, v1 takes neither media nor messages. Default: endless
              --webhook URL             where webhooks go until a key sets another target. Default: nowhere
              --webhook-header NAME:VALUE
                                        that each of them has; may be repeated
              --delivery brisk|immediate|unread|undelivered
                                        how accepted messages get on. Default: brisk
              --inspect own|ffprobe|none
                                        how media that WhatsApp could not use is found out. Default: own
              --fault-rate WHAT=SHARE   lets a share of the calls fail, such as unavailable=0.05. WHAT is unavailable
                                        (503), cut (before the call is carried out), lost (after it was) or late
                                        (accepted, and failed by webhook); may be repeated
              --keep COUNT              how many messages and calls are remembered. Default: 10000
              --help                    this text
            """;

    private static final int DEFAULT_PORT = 8360;
    private static final int HIGHEST_PORT = 65_535;

    private final D360Simulator.Builder builder = D360Simulator.builder().port(DEFAULT_PORT);
    private final Map<String, String> webhookHeaders = new LinkedHashMap<>();
    private Limits limits = Limits.asReal();
    private FaultRates faultRates = FaultRates.NONE;
    private long mediaVolume;
    private @Nullable String webhook;
    private boolean help;

    private CommandLine() {}

    /**
     * The arguments, checked.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    static CommandLine parse(String... args) {
        CommandLine parsed = new CommandLine();
        Iterator<String> rest = Arrays.asList(args).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            if (option.equals("--help") || option.equals("-h")) {
                parsed.help = true;
            } else {
                parsed.set(option, rest);
            }
        }
        parsed.finish();
        return parsed;
    }

    D360Simulator.Builder builder() {
        return builder;
    }

    boolean wantsHelp() {
        return help;
    }

    private void set(String option, Iterator<String> rest) {
        switch (option) {
            case "--port" -> builder.port(port(valueOf(option, rest)));
            case "--api-key" -> builder.apiKeys(key(valueOf(option, rest)));
            case "--data" -> builder.dataFolder(folder(valueOf(option, rest)));
            case "--limits" -> limits = limits(valueOf(option, rest));
            case "--media-volume" -> mediaVolume = count(option, valueOf(option, rest));
            case "--webhook" -> webhook = valueOf(option, rest);
            case "--webhook-header" -> header(valueOf(option, rest));
            case "--delivery" -> builder.delivery(delivery(valueOf(option, rest)));
            case "--inspect" -> builder.inspection(inspection(valueOf(option, rest)));
            case "--fault-rate" -> faultRates = faultRate(valueOf(option, rest));
            case "--keep" -> builder.keep((int) count(option, valueOf(option, rest)));
            default -> throw new IllegalArgumentException("Unknown option " + option);
        }
    }

    private void finish() {
        builder.limits(limits.withMediaVolume(mediaVolume)).faultRates(faultRates);
        if (webhook == null && !webhookHeaders.isEmpty()) {
            throw new IllegalArgumentException("--webhook-header needs a --webhook");
        }
        if (webhook != null) {
            try {
                builder.webhook(webhook, webhookHeaders);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("--webhook: " + e.getMessage(), e);
            }
        }
    }

    private static String valueOf(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }

    private static int port(String value) {
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > HIGHEST_PORT) {
            throw new IllegalArgumentException("--port must be a number from 0 (any free port) to " + HIGHEST_PORT);
        }
        return Integer.parseInt(value);
    }

    /** The message leaves the value out, as it may be a real key. */
    private static String key(String value) {
        if (!value.matches("[!-~]+")) {
            throw new IllegalArgumentException("--api-key must be printable ASCII without spaces");
        }
        return value;
    }

    private static Path folder(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("--data needs the name of a folder");
        }
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("--data is no folder name: " + value, e);
        }
    }

    private static long count(String option, String value) {
        if (!value.matches("[1-9][0-9]{0,8}")
                && !(option.equals("--media-volume") && value.matches("[1-9][0-9]{0,15}"))) {
            throw new IllegalArgumentException(option + " must be a whole number above 0");
        }
        return Long.parseLong(value);
    }

    private static Limits limits(String value) {
        return switch (value) {
            case "real" -> Limits.asReal();
            case "strictest" -> Limits.strictest();
            case "none" -> Limits.none();
            default -> throw new IllegalArgumentException("--limits must be real, strictest or none");
        };
    }

    private static Delivery delivery(String value) {
        return switch (value) {
            case "brisk" -> Delivery.brisk();
            case "immediate" -> Delivery.immediate();
            case "unread" -> Delivery.brisk().unread();
            case "undelivered" -> Delivery.brisk().undelivered();
            default -> throw new IllegalArgumentException("--delivery must be brisk, immediate, unread or undelivered");
        };
    }

    private static Inspection inspection(String value) {
        return switch (value) {
            case "own" -> Inspection.OWN;
            case "ffprobe" -> Inspection.FFPROBE;
            case "none" -> Inspection.NONE;
            default -> throw new IllegalArgumentException("--inspect must be own, ffprobe or none");
        };
    }

    /** The message leaves the value out, as it may be a secret. */
    private void header(String value) {
        int colon = value.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("--webhook-header must be NAME:VALUE");
        }
        webhookHeaders.put(
                value.substring(0, colon).strip(), value.substring(colon + 1).strip());
    }

    private FaultRates faultRate(String value) {
        if (!value.matches("[a-z]+=(?:0|1|0?\\.[0-9]{1,9})")) {
            throw new IllegalArgumentException("--fault-rate must be WHAT=SHARE, with a share from 0 to 1");
        }
        double share = Double.parseDouble(value.substring(value.indexOf('=') + 1));
        return switch (value.substring(0, value.indexOf('='))) {
            case "unavailable" -> faultRates.withUnavailable(share);
            case "cut" -> faultRates.withCut(share);
            case "lost" -> faultRates.withLost(share);
            case "late" -> faultRates.withLate(share);
            default -> throw new IllegalArgumentException("--fault-rate knows unavailable, cut, lost and late only");
        };
    }
}
