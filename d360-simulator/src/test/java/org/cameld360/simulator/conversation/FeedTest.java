package org.cameld360.simulator.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FeedTest {

    private final List<String> dropped = new ArrayList<>();
    private final Feed<String> feed = new Feed<>(3, dropped::add);

    @Test
    void keepsTheLastOnes() {
        for (String item : List.of("a", "b", "c", "d")) {
            feed.add(number -> item + number);
        }

        assertThat(feed.all()).containsExactly("b2", "c3", "d4");
        assertThat(dropped).containsExactly("a1");
    }

    @Test
    void movesWhatChangesToTheEnd() {
        feed.add(number -> "a" + number);
        feed.add(number -> "b" + number);
        feed.replace(1, number -> "a" + number);

        assertThat(feed.all()).containsExactly("b2", "a3");
        assertThat(feed.after(2, 10).items()).containsExactly("a3");
    }

    @Test
    void saysWhetherThereIsMore() {
        feed.add(number -> "a");
        feed.add(number -> "b");

        assertThat(feed.after(0, 1)).satisfies(page -> {
            assertThat(page.items()).containsExactly("a");
            assertThat(page.more()).isTrue();
            assertThat(page.cursor()).isEqualTo(1);
        });
        assertThat(feed.after(1, 1).more()).isFalse();
        assertThat(feed.after(2, 1))
                .extracting(Feed.Page::items, Feed.Page::cursor)
                .containsExactly(List.of(), 2L);
    }

    @Test
    void letsGoOfThoseWhoWaitWhenItIsClosedOrCleared() throws Exception {
        for (Runnable end : List.<Runnable>of(feed::clear, feed::close)) {
            CompletableFuture<Feed.Page<String>> waiting = CompletableFuture.supplyAsync(() -> {
                try {
                    return feed.awaitAfter(0, 10, Duration.ofMinutes(5));
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            // Until it waits, and once more when it does.
            while (!waiting.isDone()) {
                end.run();
                Thread.onSpinWait();
            }
            assertThat(waiting.get(20, TimeUnit.SECONDS).items()).isEmpty();
        }
    }

    /** Who waits longest may have gone without a word. */
    @Test
    void letsANinthReaderWaitInPlaceOfTheFirst() throws Exception {
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            readers.add(reader());
        }
        Thread ninth = reader();

        readers.get(0).join(20_000);

        assertThat(readers.get(0).isAlive()).isFalse();
        readers.set(0, ninth);
        awaitWaiting(readers);
        // One that waits for nothing takes nobody's place.
        assertThat(feed.awaitAfter(0, 10, Duration.ZERO).items()).isEmpty();
        awaitWaiting(readers);

        feed.close();
        for (Thread reader : readers) {
            reader.join(20_000);
        }
        assertThat(readers).noneMatch(Thread::isAlive);
    }

    private Thread reader() {
        Thread reader = new Thread(() -> {
            try {
                feed.awaitAfter(0, 10, Duration.ofMinutes(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        reader.setDaemon(true);
        reader.start();
        awaitWaiting(List.of(reader));
        return reader;
    }

    private static void awaitWaiting(List<Thread> threads) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING));
    }

    @Test
    void answersAtOnceWithoutWaiting() throws Exception {
        assertThat(feed.awaitAfter(0, 10, Duration.ZERO).items()).isEmpty();
    }
}
