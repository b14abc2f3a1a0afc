package org.cameld360.media.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every store keeps to. The author of another one extends this and gives a new, empty store for each test. */
@Timeout(60)
abstract class MediaStoreContract {

    private static final Instant NOW = Instant.now();

    private MediaStore store;

    /** A new and empty store with room for a thousand entries at least. */
    abstract MediaStore newStore() throws Exception;

    @BeforeEach
    final void makeStore() throws Exception {
        store = newStore();
    }

    @Test
    void findsNothingAtFirst() throws Exception {
        assertThat(store.find(key(1))).isNull();
    }

    @Test
    void findsWhatWasPut() throws Exception {
        StoredMedia media = media("683552f2-2f6c-4c4e-8b1a-0d1f2a3b4c5d");
        store.put(key(1), media);

        assertThat(store.find(key(1))).isEqualTo(media);
        assertThat(store.find(key(2))).isNull();
    }

    @Test
    void keepsTheTimeToTheMillisecond() throws Exception {
        Instant time =
                NOW.plus(Duration.ofDays(29)).truncatedTo(ChronoUnit.SECONDS).plusMillis(7);
        store.put(key(1), new StoredMedia("1166846181421424", time));

        assertThat(store.find(key(1))).extracting(StoredMedia::expiresAt).isEqualTo(time);
    }

    @Test
    void replacesWhatWasThere() throws Exception {
        store.put(key(1), media("old"));
        store.put(key(1), media("new"));
        store.put(key(1), media("new"));

        assertThat(store.find(key(1))).isEqualTo(media("new"));
    }

    @Test
    void forgetsEveryKeyThatLeadsToAnId() throws Exception {
        store.put(key(1), media("gone"));
        store.put(key(2), media("gone"));
        store.put(key(3), media("stays"));
        store.forget("gone");

        assertThat(store.find(key(1))).isNull();
        assertThat(store.find(key(2))).isNull();
        assertThat(store.find(key(3))).isEqualTo(media("stays"));
    }

    @Test
    void forgetsNoIdThatWasReplacedSince() throws Exception {
        store.put(key(1), media("old"));
        store.put(key(1), media("new"));
        store.forget("old");

        assertThat(store.find(key(1))).isEqualTo(media("new"));
    }

    @Test
    void forgetsWhatItNeverKnew() throws Exception {
        store.forget("never seen");

        assertThat(store.find(key(1))).isNull();
    }

    @Test
    void remembersAnewWhatItForgot() throws Exception {
        store.put(key(1), media("same"));
        store.forget("same");
        store.put(key(1), media("same"));

        assertThat(store.find(key(1))).isEqualTo(media("same"));
    }

    @Test
    void takesAnyTextForAnId() throws Exception {
        List<String> ids = List.of(
                "a b",
                "a\nb",
                "%0041",
                "'; DROP TABLE d360_media_id; --",
                "\u00e4\u20ac\ud83d\ude00",
                " a ",
                "x".repeat(255));
        for (int i = 0; i < ids.size(); i++) {
            store.put(key(i), media(ids.get(i)));
        }

        for (int i = 0; i < ids.size(); i++) {
            assertThat(store.find(key(i))).isEqualTo(media(ids.get(i)));
        }
    }

    @Test
    void returnsNothingOrWhatHasExpiredAfterItsTime() throws Exception {
        StoredMedia expired = new StoredMedia("expired", NOW.minus(Duration.ofDays(1)));
        store.put(key(1), expired);

        assertThat(store.find(key(1))).isIn(null, expired);
    }

    @Test
    void servesManyThreadsAtOnce() throws Exception {
        int threads = 8;
        int each = 100;
        inThreads(threads, thread -> {
            for (int i = 0; i < each; i++) {
                int own = thread * each + i;
                store.put(key(own), media("id-" + own));
                assertThat(store.find(key(own))).isEqualTo(media("id-" + own));
            }
        });

        for (int i = 0; i < threads * each; i++) {
            assertThat(store.find(key(i))).isEqualTo(media("id-" + i));
        }
    }

    @Test
    void keepsOneOfThemWhereManyThreadsPutUnderOneKey() throws Exception {
        inThreads(8, thread -> {
            for (int i = 0; i < 50; i++) {
                store.put(key(i), media("id-" + thread));
                assertThat(store.find(key(i)))
                        .extracting(StoredMedia::mediaId)
                        .asString()
                        .matches("id-[0-7]");
            }
        });

        for (int i = 0; i < 50; i++) {
            assertThat(store.find(key(i)))
                    .extracting(StoredMedia::mediaId)
                    .asString()
                    .matches("id-[0-7]");
        }
    }

    @Test
    void forgetsWhileOthersPut() throws Exception {
        inThreads(4, thread -> {
            for (int i = 0; i < 50; i++) {
                store.put(key(i), media("id-" + i));
                store.forget("id-" + i);
            }
        });

        for (int i = 0; i < 50; i++) {
            assertThat(store.find(key(i))).isNull();
        }
    }

    static String key(int number) {
        return String.format("%064x", number);
    }

    static StoredMedia media(String id) {
        return new StoredMedia(id, NOW.plus(Duration.ofDays(14)));
    }

    interface Work {
        void by(int thread) throws Exception;
    }

    static void inThreads(int threads, Work work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                all.add(executor.submit(() -> {
                    work.by(thread);
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get(50, TimeUnit.SECONDS);
            }
        } finally {
            executor.shutdownNow();
            executor.awaitTermination(10, TimeUnit.SECONDS);
        }
    }
}
