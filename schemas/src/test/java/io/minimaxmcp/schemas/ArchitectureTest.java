package io.minimaxmcp.schemas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom in this module, as its README says. */
@AnalyzeClasses(packages = "io.minimaxmcp.schemas", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static void seesTheWholeModule(JavaClasses seen) {
        assertThat(seen.size()).isGreaterThan(30);
    }

    @ArchTest
    static final ArchRule KNOWS_JSON_AND_NOTHING_ELSE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.minimaxmcp.schemas",
                    "java..",
                    "com.fasterxml.jackson..",
                    "com.networknt.schema..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule THE_VALIDATOR_LIBRARY_STAYS_BEHIND_OURS = noClasses()
            .that()
            .doNotBelongToAnyOf(CompiledSchema.class, BrokenRule.class, CatalogRules.class, SchemaValidator.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.networknt..");

    @ArchTest
    static final ArchRule LOADING_THE_DOCUMENTS_MAKES_NO_VALIDATOR = noClasses()
            .that()
            .belongToAnyOf(SchemaCatalog.class, Documents.class, ToolDefinition.class)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(CompiledSchema.class, SchemaValidator.class, CatalogRules.class);
}
