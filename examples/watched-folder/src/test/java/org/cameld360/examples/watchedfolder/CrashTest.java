package org.cameld360.examples.watchedfolder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.cameld360.examples.watchedfolder.DroppedFiles.Account;
import org.cameld360.examples.watchedfolder.DroppedFiles.Fate;
import org.cameld360.examples.watchedfolder.Killer.Moment;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The program is killed again and again while files are dropped. In the long form, for each version of the API:
 * {@code -Dcrash.kills=50 -Dcrash.files=1000}. A run is repeated, as far as chance allows, with {@code -Dcrash.seed=…}.
 */
class CrashTest {

    private static final int KILLS = Integer.getInteger("crash.kills", 4);
    private static final int FILES = Integer.getInteger("crash.files", 30);
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    @Timeout(3600)
    void losesNoFileAndSendsNoneTwice(ApiVersion version) throws Exception {
        Random random = new Random(SEED + version.ordinal());
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Path output = folder.resolve("output.txt");
        DroppedFiles files = new DroppedFiles(inbox);
        Map<Moment, Integer> moments = new EnumMap<>(Moment.class);
        try (D360Simulator simulator = D360Simulator.start()) {
            Map<String, String> environment = KillableProgram.environment(simulator, version, inbox);
            Killer killer = new Killer(simulator, inbox, random);
            List<Moment> order = moments(random);
            for (int kill = 0; kill < KILLS; kill++) {
                int share = FILES * (kill + 1) / KILLS - files.count();
                files.drop(share - share / 2);
                String[] arguments = random.nextInt(4) == 0 ? new String[] {"--once"} : new String[0];
                Process program = KillableProgram.start(environment, output, arguments);
                files.drop(share / 2);
                killer.kill(program, order.get(kill));
                moments.merge(order.get(kill), 1, Integer::sum);
            }

            int runs = 1;
            ByteArrayOutputStream last = new ByteArrayOutputStream();
            while (once(environment, last) != 0 || files.isAnyLeft()) {
                assertThat(runs++).as(last.toString(StandardCharsets.UTF_8)).isLessThan(5);
            }
            int calls = simulator.calls().size();
            assertThat(once(environment, last)).isZero();
            assertThat(simulator.calls()).hasSize(calls);

            Account account = files.account(simulator);
            int inDoubt = account.count(Fate.IN_DOUBT_AND_ARRIVED) + account.count(Fate.IN_DOUBT_AND_NOT);
            System.out.printf(
                    Locale.ROOT,
                    "Crash test, %s: %d kills, %d files: %d sent, %d in doubt (%d arrived, %d not), %d lost, %d sent twice."
                            + " Seed %d, kills %s%n",
                    version,
                    KILLS,
                    files.count(),
                    account.count(Fate.SENT),
                    inDoubt,
                    account.count(Fate.IN_DOUBT_AND_ARRIVED),
                    account.count(Fate.IN_DOUBT_AND_NOT),
                    account.count(Fate.LOST),
                    account.count(Fate.SENT_TWICE),
                    SEED,
                    moments);
            assertThat(account.of(Fate.LOST)).as(Files.readString(output)).isEmpty();
            assertThat(account.of(Fate.SENT_TWICE)).as(Files.readString(output)).isEmpty();
            assertThat(account.of(Fate.MISPLACED)).as(Files.readString(output)).isEmpty();
            assertThat(files.count()).isEqualTo(FILES);
            assertThat(inDoubt).isLessThanOrEqualTo(KILLS);
            assertThat(Files.readString(output)).doesNotContain(simulator.apiKey(), "ERROR");
            assertThat(inbox.resolve(".failed")).isEmptyDirectory();
        }
    }

    /** Each moment as often as any other, in any order. */
    private static List<Moment> moments(Random random) {
        List<Moment> order = new ArrayList<>();
        while (order.size() < KILLS) {
            List<Moment> all = new ArrayList<>(List.of(Moment.values()));
            Collections.shuffle(all, random);
            order.addAll(all);
        }
        return order;
    }

    /** In this program, to its end. */
    private static int once(Map<String, String> environment, ByteArrayOutputStream output) {
        PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
        return new WatchedFolder(environment, KillableProgram.SHORT, out, out).run(List.of("--once"));
    }
}
