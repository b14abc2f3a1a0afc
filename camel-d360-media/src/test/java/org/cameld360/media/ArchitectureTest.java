package org.cameld360.media;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Who may import whom: component, then client, then media; and only the component knows Camel. */
class ArchitectureTest {

    private static final String RESULTS = "org.cameld360.media";
    private static final String MEDIA = "org.cameld360.media.media..";
    private static final String CLIENT = "org.cameld360.media.client..";
    private static final String CHECK = "org.cameld360.media.check..";
    private static final String STORE = "org.cameld360.media.store..";
    private static final String OBSERVE = "org.cameld360.media.observe..";
    private static final String WIRE = "org.cameld360.media.client.wire..";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.cameld360.media");

    @Test
    void resultsKnowOnlyTheJdkAndJacksonsAnnotations() {
        only(RESULTS, "com.fasterxml.jackson.annotation..", RESULTS).check(MAIN);
    }

    @Test
    void mediaKnowsOnlyTheJdk() {
        only(MEDIA, RESULTS, MEDIA).check(MAIN);
    }

    @Test
    void checkKnowsOnlyMedia() {
        only(CHECK, RESULTS, MEDIA, CHECK).check(MAIN);
    }

    @Test
    void storeKnowsOnlyTheJdk() {
        only(STORE, "javax.sql..", STORE).check(MAIN);
    }

    @Test
    void wireKnowsOnlyJackson() {
        only(WIRE, "com.fasterxml.jackson..", WIRE).check(MAIN);
    }

    @Test
    void clientNeverKnowsCamel() {
        only(
                        CLIENT,
                        "javax.net.ssl..",
                        "com.fasterxml.jackson..",
                        "org.apache.hc..",
                        "org.slf4j..",
                        RESULTS,
                        MEDIA,
                        STORE,
                        CLIENT)
                .check(MAIN);
    }

    @Test
    void theCheckCommandAndTheClientNeverKnowWhoObserves() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.cameld360.media.component..", OBSERVE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(OBSERVE)
                .check(MAIN);
    }

    @Test
    void onlyTheirOwnClassesKnowMicrometerAndTelemetryWhichMayBeMissing() {
        noClasses()
                .that()
                .doNotHaveSimpleName("MicrometerObserver")
                .and()
                .doNotHaveSimpleName("D360MediaSpanDecorator")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micrometer..", "org.apache.camel.telemetry..")
                .check(MAIN);
    }

    @Test
    void thereAreNoCycles() {
        slices().matching("org.cameld360.media.(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void aRuleThatIsBrokenFails() {
        assertThatThrownBy(() -> only("org.cameld360.media.component..", CLIENT).check(MAIN))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("org.apache.camel");
    }

    private static ArchRule only(String who, String... whom) {
        String[] all = new String[whom.length + 2];
        System.arraycopy(whom, 0, all, 0, whom.length);
        all[whom.length] = "java..";
        all[whom.length + 1] = "org.jspecify..";
        return classes()
                .that()
                .resideInAPackage(who)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(all);
    }
}
