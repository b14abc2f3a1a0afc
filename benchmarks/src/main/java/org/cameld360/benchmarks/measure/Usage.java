package org.cameld360.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Arrays;

/** What this JVM has used so far, and what it uses now. */
public final class Usage {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Usage() {}

    public static long cpuNanos() {
        return SYSTEM.getProcessCpuTime();
    }

    static int threads() {
        return THREADS.getThreadCount();
    }

    /** Those whose name has this in it. */
    static int threads(String name) {
        Thread[] all = new Thread[2 * THREADS.getThreadCount() + 16];
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        int count = group.enumerate(all);
        return (int) Arrays.stream(all, 0, count)
                .filter(thread -> thread.getName().contains(name))
                .count();
    }

    static long handles() {
        return SYSTEM instanceof UnixOperatingSystemMXBean unix ? unix.getOpenFileDescriptorCount() : 0;
    }

    public static long heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Of the heap, what the last collections left. */
    static long heapAfterCollection() {
        long sum = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage usage = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
            if (usage != null) {
                sum += usage.getUsed();
            }
        }
        return sum;
    }
}
