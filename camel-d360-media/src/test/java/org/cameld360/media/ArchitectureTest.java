package org.cameld360.media;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may import whom: component, then client, then media; and only the component knows Camel. */
@AnalyzeClasses(packages = "org.cameld360.media", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String RESULTS = "org.cameld360.media";
    private static final String MEDIA = "org.cameld360.media.media..";
    private static final String CLIENT = "org.cameld360.media.client..";
    private static final String WIRE = "org.cameld360.media.client.wire..";

    @ArchTest
    static final ArchRule resultsKnowOnlyTheJdkAndJacksonsAnnotations = classes()
            .that()
            .resideInAPackage(RESULTS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "com.fasterxml.jackson.annotation..", RESULTS);

    @ArchTest
    static final ArchRule mediaKnowsOnlyTheJdk = classes()
            .that()
            .resideInAPackage(MEDIA)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", RESULTS, MEDIA);

    @ArchTest
    static final ArchRule wireKnowsOnlyJackson = classes()
            .that()
            .resideInAPackage(WIRE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "com.fasterxml.jackson..", WIRE);

    @ArchTest
    static final ArchRule clientNeverKnowsCamel = classes()
            .that()
            .resideInAPackage(CLIENT)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.net.ssl..",
                    "org.jspecify..",
                    "com.fasterxml.jackson.databind..",
                    "com.fasterxml.jackson.annotation..",
                    "com.fasterxml.jackson.core..",
                    "org.apache.hc..",
                    "org.slf4j..",
                    RESULTS,
                    MEDIA,
                    CLIENT);

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.cameld360.media.(*)..").should().beFreeOfCycles();
}
