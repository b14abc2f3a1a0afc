package org.cameld360.media.client.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something with an id. Ids are opaque texts; v2's exceed 2^53 and are never read as numbers. */
public record Identified(@JsonProperty("id") @Nullable String id) {

    static @Nullable String firstId(@Nullable List<Identified> list) {
        return list == null || list.isEmpty() || list.get(0) == null
                ? null
                : list.get(0).id();
    }
}
