package org.cameld360.media.client;

import org.apache.hc.core5.http.Header;

/**
 * The header that carries the key. HttpClient's own debug log prints headers by {@code toString()}, which is masked
 * here, and writes them by {@code getValue()}.
 */
final class ApiKeyHeader implements Header {

    private final ApiKey key;

    ApiKeyHeader(ApiKey key) {
        this.key = key;
    }

    @Override
    public String getName() {
        return "D360-API-KEY";
    }

    @Override
    public String getValue() {
        return key.reveal();
    }

    @Override
    public boolean isSensitive() {
        return true;
    }

    @Override
    public String toString() {
        return getName() + ": " + key;
    }
}
