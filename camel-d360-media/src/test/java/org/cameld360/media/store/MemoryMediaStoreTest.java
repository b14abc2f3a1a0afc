package org.cameld360.media.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.MutableClock;

class MemoryMediaStoreTest extends MediaStoreContract {

    private final MutableClock clock = MutableClock.of(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    @Override
    MediaStore newStore() {
        return new MemoryMediaStore();
    }

    @Test
    void dropsWhatWasUsedLeastRecentlyWhenItIsFull() {
        MemoryMediaStore store = new MemoryMediaStore(3);
        store.put(key(1), media("1"));
        store.put(key(2), media("2"));
        store.put(key(3), media("3"));
        store.find(key(1));
        store.put(key(4), media("4"));

        assertThat(store.find(key(2))).isNull();
        assertThat(store.find(key(1))).isNotNull();
        assertThat(store.find(key(3))).isNotNull();
        assertThat(store.find(key(4))).isNotNull();
    }

    @Test
    void hasRoomForTenThousand() {
        MemoryMediaStore store = new MemoryMediaStore();
        for (int i = 0; i < 30_000; i++) {
            store.put(key(i), media("id-" + i));
        }

        assertThat(store.size()).isEqualTo(10_000);
        assertThat(store.find(key(19_999))).isNull();
        assertThat(store.find(key(20_000))).isNotNull();
    }

    @Test
    void letsGoOfWhatHasExpired() {
        MemoryMediaStore store = new MemoryMediaStore(100, clock);
        store.put(key(1), new StoredMedia("soon", clock.instant().plus(Duration.ofHours(1))));
        store.put(key(2), new StoredMedia("late", clock.instant().plus(Duration.ofHours(3))));
        clock.add(Duration.ofHours(2));
        store.put(key(3), new StoredMedia("new", clock.instant().plus(Duration.ofHours(1))));

        assertThat(store.size()).isEqualTo(2);
        assertThat(store.find(key(1))).isNull();
        assertThat(store.find(key(2))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void needsRoomForOneAtLeast(int maxEntries) {
        assertThatThrownBy(() -> new MemoryMediaStore(maxEntries)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesNothingThatIsNoKeyAndDoesNotShowIt() {
        MemoryMediaStore store = new MemoryMediaStore();
        assertThatThrownBy(() -> store.put("secret", media("1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A key is 64 lower-case hexadecimal characters.");
        assertThatThrownBy(() -> store.find(key(255).toUpperCase(Locale.ROOT)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
