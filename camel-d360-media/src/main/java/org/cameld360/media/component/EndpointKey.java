package org.cameld360.media.component;

import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.cameld360.media.client.ApiKey;
import org.jspecify.annotations.Nullable;

/** The key of an endpoint, which may be replaced while exchanges run. It is read anew where its text has changed. */
final class EndpointKey {

    /** How an endpoint says that the key comes with each message. */
    private static final Pattern BY_HEADER =
            Pattern.compile("(?i)(\\$\\{)?(header([.:]CamelD360MediaApiKey)?|CamelD360MediaApiKey)\\}?");

    private record Known(String text, @Nullable ApiKey key) {

        /** A record would show its text, and that is the key. */
        @Override
        public String toString() {
            return "Known[key=" + key + "]";
        }
    }

    private final Supplier<@Nullable String> configured;
    private volatile @Nullable Known known;

    EndpointKey(Supplier<@Nullable String> configured) {
        this.configured = configured;
    }

    /**
     * The key as it is configured now, or {@code null} where it comes with each message.
     *
     * @throws IllegalArgumentException where there is none
     * @throws org.cameld360.media.MediaRejectedException where it is none that a header may hold
     */
    @Nullable
    ApiKey now() {
        String text = configured.get();
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(
                    "No API key. Set camel.component.d360-media.api-key or the option apiKey; or write"
                            + " apiKey=header:CamelD360MediaApiKey where it comes with each message.");
        }
        Known last = known;
        if (last == null || !last.text().equals(text)) {
            last = new Known(text, BY_HEADER.matcher(text.strip()).matches() ? null : ApiKey.of(text));
            known = last;
        }
        return last.key();
    }
}
