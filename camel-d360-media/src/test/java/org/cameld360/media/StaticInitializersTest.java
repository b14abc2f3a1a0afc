package org.cameld360.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A native executable holds what static initializers have left, as they run when it is built. So none starts a thread, makes up
 * something random, or asks for the time or the environment.
 */
class StaticInitializersTest {

    private static final Pattern OF_A_PROCESS = Pattern.compile("java\\.lang\\.(Thread|ProcessHandle|Runtime)\\.\\S+"
            + "|java\\.util\\.concurrent\\.(Executors|\\w*Executor|ForkJoinPool|ThreadLocalRandom)\\.\\S+"
            + "|java\\.util\\.(Timer|Random|SplittableRandom)\\.\\S+|java\\.security\\.SecureRandom\\.\\S+"
            + "|java\\.util\\.UUID\\.randomUUID|java\\.time\\.\\w+\\.now"
            + "|java\\.lang\\.System\\.(getenv|getProperty|nanoTime|currentTimeMillis)"
            + "|java\\.nio\\.file\\.Files\\.createTemp\\w+|java\\.lang\\.ref\\.Cleaner\\.\\S+");

    /** It holds a salt, and the Quarkus extension has it initialized when the executable runs. */
    private static final String AT_RUN_TIME = "org.cameld360.media.component.SecretFreeUri";

    @Test
    void nothingOfOneProcessIsMadeInAStaticInitializer() {
        JavaClasses main = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.cameld360.media");

        assertThat(main).hasSizeGreaterThan(100);
        assertThat(madeIn(main)).containsExactly(AT_RUN_TIME + ": java.util.UUID.randomUUID");
    }

    @Test
    void findsWhatIsMadeByAMethodThatAnInitializerCalls() {
        JavaClasses sample = new ClassFileImporter().importClasses(WithASeed.class);

        assertThat(madeIn(sample)).containsExactly(WithASeed.class.getName() + ": java.util.UUID.randomUUID");
    }

    /** A class with a static field that is made up by a method of its own. */
    static final class WithASeed {

        static final String SEED = seed();

        private static String seed() {
            return UUID.randomUUID().toString();
        }
    }

    private static Set<String> madeIn(JavaClasses classes) {
        Set<String> found = new TreeSet<>();
        for (JavaClass each : classes) {
            each.getStaticInitializer().ifPresent(initializer -> reachedFrom(initializer)
                    .forEach(made -> found.add(each.getName() + ": " + made)));
        }
        return found;
    }

    /** What is called by the initializer, and by the classes' own code that it calls. */
    private static List<String> reachedFrom(JavaStaticInitializer initializer) {
        Set<String> reached = new TreeSet<>();
        Set<JavaCodeUnit> seen = new HashSet<>(Set.of(initializer));
        Deque<JavaCodeUnit> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            open.remove().getCallsFromSelf().forEach(call -> {
                reached.add(
                        call.getTargetOwner().getName() + "." + call.getTarget().getName());
                call.getTarget()
                        .resolveMember()
                        .filter(JavaCodeUnit.class::isInstance)
                        .ifPresent(member -> {
                            JavaCodeUnit called = (JavaCodeUnit) member;
                            if (called.getOwner().getPackageName().startsWith("org.cameld360.") && seen.add(called)) {
                                open.add(called);
                            }
                        });
            });
        }
        return reached.stream().filter(OF_A_PROCESS.asMatchPredicate()).toList();
    }
}
