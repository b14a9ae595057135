package io.minimaxmcp.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom in this module, as its README says. */
@AnalyzeClasses(packages = "io.minimaxmcp.server", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.minimaxmcp.server.";

    @ArchTest
    static void seesTheWholeModule(JavaClasses seen) {
        assertThat(seen.size()).isGreaterThan(40);
    }

    @ArchTest
    static final ArchRule JETTY_STAYS_IN_ITS_TRANSPORT = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "transport.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.jetty..");

    @ArchTest
    static final ArchRule A_TRANSPORT_KNOWS_NO_TOOL_AND_NO_OTHER_TRANSPORT = noClasses()
            .that()
            .resideInAPackage(ROOT + "transport.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "transport.stdio..",
                    ROOT + "mcp.session..",
                    "io.minimaxmcp.tools.capability..",
                    "io.minimaxmcp.tools.job..");

    @ArchTest
    static final ArchRule THE_SDK_STAYS_IN_THE_ERA_OF_SESSIONS = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "mcp.session..", ROOT + "trial..", ROOT + "cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.modelcontextprotocol..", "reactor..");

    @ArchTest
    static final ArchRule NEITHER_ERA_KNOWS_THE_OTHER = noClasses()
            .that()
            .resideInAPackage(ROOT + "mcp.stateless..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "mcp.session..", "io.minimaxmcp.tools.upstream..");

    @ArchTest
    static final ArchRule MICROMETER_STAYS_WITH_THE_FIGURES = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "metrics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micrometer..", "io.prometheus..");

    /** Over stdio, whose parts the application makes itself, nothing of it is loaded. */
    @ArchTest
    static final ArchRule FIGURES_ARE_FOR_HTTP_ALONE = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "metrics..")
            .and()
            .doNotHaveSimpleName("HttpService")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "metrics..");

    @ArchTest
    static final ArchRule JOSE_STAYS_WHERE_TOKENS_ARE_CHECKED = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "auth..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.nimbusds..");
}
