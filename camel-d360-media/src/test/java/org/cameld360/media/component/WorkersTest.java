package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkersTest {

    private final ThreadPoolExecutor pool =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final Workers workers = new Workers(pool, 2, timer);

    @AfterEach
    void stop() {
        pool.shutdownNow();
        timer.shutdownNow();
    }

    @Test
    void aFewAreEnoughForManyTasksThatGetOn() throws Exception {
        CountDownLatch done = new CountDownLatch(10_000);

        for (int i = 0; i < 10_000; i++) {
            workers.execute(done::countDown);
        }

        done.await();
        assertThat(pool.getLargestPoolSize()).isLessThan(20);
    }

    @Test
    void eachTaskGetsAThreadWhereAllOthersWaitForIt() throws Exception {
        CountDownLatch all = new CountDownLatch(100);
        CountDownLatch done = new CountDownLatch(100);

        for (int i = 0; i < 100; i++) {
            workers.execute(() -> {
                all.countDown();
                awaitUninterruptedly(all);
                done.countDown();
            });
        }

        done.await();
        assertThat(pool.getLargestPoolSize()).isEqualTo(100);
    }

    @Test
    void theyBecomeFewAgainOnceNothingBlocks() throws Exception {
        eachTaskGetsAThreadWhereAllOthersWaitForIt();

        await().atMost(10, TimeUnit.SECONDS).until(() -> pool.getPoolSize() <= 2);
    }

    @Test
    void aTaskBehindBlockedOnesGetsAThreadASecondTimeToo() throws Exception {
        CountDownLatch blocked = new CountDownLatch(1);
        for (int i = 0; i < 10; i++) {
            workers.execute(() -> awaitUninterruptedly(blocked));
        }
        await().atMost(10, TimeUnit.SECONDS).until(() -> pool.getActiveCount() == 10);
        await().atMost(10, TimeUnit.SECONDS).until(() -> pool.getCorePoolSize() == 2);

        CountDownLatch later = new CountDownLatch(1);
        workers.execute(later::countDown);

        assertThat(later.await(10, TimeUnit.SECONDS)).isTrue();
        blocked.countDown();
    }

    @Test
    void whatWaitsIsHurriedAtTheEndThoughTheTimerIsGone() throws Exception {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(5);
        for (int i = 0; i < 2; i++) {
            workers.execute(() -> awaitUninterruptedly(blocked));
        }
        timer.shutdownNow();
        for (int i = 0; i < 5; i++) {
            workers.execute(done::countDown);
        }

        pool.shutdown();
        workers.hurry();

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        blocked.countDown();
    }

    private static void awaitUninterruptedly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
