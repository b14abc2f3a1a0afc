package org.cameld360.examples.watchedfolder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says. It never shows the key.
 *
 * @param apiKey absent where the simulator shall stand in
 * @param apiVersion absent for the component's default
 * @param baseUrl absent for the component's default
 * @param to digits, or absent where only folders name recipients
 */
record Settings(
        @Nullable String apiKey,
        @Nullable String apiVersion,
        @Nullable String baseUrl,
        Path inbox,
        @Nullable String to) {

    /** A number from the range that is set aside for stories and examples. */
    static final String FICTIONAL_NUMBER = "15550100199";

    private static final List<String> NOT_IN_A_URI = List.of("%", "?", "\\", "{{", "${");

    static Settings from(Map<String, String> environment) {
        String apiKey = key(value(environment, "D360_API_KEY"));
        String baseUrl = value(environment, "D360_BASE_URL");
        if (apiKey == null && baseUrl != null) {
            throw new SetupException(
                    "D360_BASE_URL is set, but D360_API_KEY is not. Set both, or neither for the simulator.");
        }
        String to = recipient(value(environment, "D360_TO"));
        return new Settings(
                apiKey,
                version(value(environment, "D360_API_VERSION")),
                baseUrl,
                inbox(value(environment, "D360_INBOX")),
                to == null && apiKey == null ? FICTIONAL_NUMBER : to);
    }

    /**
     * Tells apart whose uploads are whose: a fingerprint of the API's version, its address and the key, too short to find any
     * of them by.
     */
    String account() {
        String all = apiVersion + " " + baseUrl + " " + apiKey;
        return Sha256.of(all.getBytes(UTF_8)).substring(0, 8);
    }

    /** The same, but talking to someone else. */
    Settings talkingTo(String otherBaseUrl, String otherKey) {
        return new Settings(otherKey, apiVersion, otherBaseUrl, inbox, to);
    }

    private static @Nullable String value(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "").strip();
        return value.isEmpty() ? null : value;
    }

    private static @Nullable String key(@Nullable String text) {
        if (text != null && !text.matches("[!-z|~]+")) {
            throw new SetupException("D360_API_KEY holds characters that no key has, such as spaces or braces.");
        }
        return text;
    }

    private static @Nullable String version(@Nullable String text) {
        if (text != null && !text.equals("v1") && !text.equals("v2")) {
            throw new SetupException("D360_API_VERSION is '" + text + "'. It can be v1 or v2.");
        }
        return text;
    }

    private static @Nullable String recipient(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return PhoneNumber.of(text)
                .orElseThrow(() -> new SetupException("D360_TO is '" + text
                        + "'. Give one phone number with its country code, such as +49 151 234567."));
    }

    private static Path inbox(@Nullable String text) {
        Path folder;
        try {
            folder = Path.of(text == null ? "inbox" : text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new SetupException("D360_INBOX is '" + text + "', which can't be the name of a folder here.", e);
        }
        String path = folder.toString().replace(File.separatorChar, '/');
        if (NOT_IN_A_URI.stream().anyMatch(path::contains)) {
            throw new SetupException("The folder " + folder + " has one of " + String.join(" ", NOT_IN_A_URI)
                    + " in its path, which Camel would read as something else. Choose another with D360_INBOX.");
        }
        return folder;
    }

    @Override
    public String toString() {
        return "Settings[inbox=" + inbox + ", apiVersion=" + apiVersion + ", baseUrl=" + baseUrl + ", to=" + to + "]";
    }
}
