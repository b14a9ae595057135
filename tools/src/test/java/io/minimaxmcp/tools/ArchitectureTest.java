package io.minimaxmcp.tools;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom in this module, as its README says. */
@AnalyzeClasses(packages = "io.minimaxmcp", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.minimaxmcp.tools.";

    @ArchTest
    static void seesTheWholeModule(JavaClasses seen) {
        assertThat(seen.size()).isGreaterThan(40);
    }

    @ArchTest
    static final ArchRule NETWORK_LIBRARIES_STAY_UPSTREAM = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "upstream..", ROOT + "sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.netty..", "dev.failsafe..");

    @ArchTest
    static final ArchRule DATABASES_STAY_IN_THE_LEDGER = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "job.ledger..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..", "javax.sql..", "org.sqlite..", "org.postgresql..", "com.zaxxer..", "org.flywaydb..");

    /** Which home is used is said in the settings; what the other one needs is not even loaded. */
    @ArchTest
    static final ArchRule THE_EMBEDDED_LEDGER_KNOWS_NOTHING_OF_POSTGRESQL = noClasses()
            .that()
            .resideInAPackage(ROOT + "job.ledger")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "job.ledger.postgres..", "org.postgresql..", "com.zaxxer..", "org.flywaydb..");

    @ArchTest
    static final ArchRule A_TOOL_KNOWS_ONLY_THE_CONTRACT = classes()
            .that()
            .resideInAPackage(ROOT + "tool")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "tool",
                    "io.minimaxmcp.schemas..",
                    "java..",
                    "com.fasterxml.jackson..",
                    "org.slf4j..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule UPSTREAM_KNOWS_NO_JOBS = noClasses()
            .that()
            .resideInAPackage(ROOT + "upstream..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "job..", ROOT + "capability..", ROOT + "media..", ROOT + "sandbox..");

    @ArchTest
    static final ArchRule THE_SANDBOX_IS_WRITTEN_FROM_THE_REFERENCE_NOT_FROM_OUR_CLIENT = noClasses()
            .that()
            .resideInAPackage(ROOT + "sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "job..", ROOT + "capability..", ROOT + "upstream..", ROOT + "tool..");

    @ArchTest
    static final ArchRule CAPABILITIES_DO_NOT_KNOW_EACH_OTHER = slices().matching(ROOT + "capability.(*)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
            classes().that().resideInAPackage("io.minimaxmcp..").should(Packages.beNullMarked());
}
