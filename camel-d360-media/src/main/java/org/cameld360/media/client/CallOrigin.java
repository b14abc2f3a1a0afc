package org.cameld360.media.client;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf calls are made.
 *
 * @param name for log lines, such as the id of an exchange
 * @param newestKey the key that it would begin with now, or {@code null} where it would have none
 */
public record CallOrigin(String name, Supplier<@Nullable ApiKey> newestKey) {}
