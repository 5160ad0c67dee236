package atelier.routes;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rules of the house: which way dependencies point, and what may live where. */
@AnalyzeClasses(
        packages = "atelier",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {

    /** Another module's tests come as a jar. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule configDependsOnNothingOfOurs = noClasses()
            .that()
            .resideInAPackage("atelier.config..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("atelier.processors..", "atelier.routes..");

    @ArchTest
    static final ArchRule processorsKnowNeitherRoutesNorCamel = noClasses()
            .that()
            .resideInAPackage("atelier.processors..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "atelier.routes..", "org.apache.camel..", "org.springframework.web..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule stepsFormNoCycles =
            slices().matching("atelier.processors.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule routesFormNoCycles =
            slices().matching("atelier.routes.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule routeBuildersAreNamedForWhatTheyAre =
            classes().that().areAssignableTo(RouteBuilder.class).should().haveSimpleNameEndingWith("Routes");

    @ArchTest
    static final ArchRule nothingKeepsStaticState = noFields()
            .that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage("atelier..")
            .should()
            .notBeFinal();

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .that()
            .resideInAPackage("atelier.processors..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule rowsAreReadWhole = noClasses()
            .should()
            .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
            .because("a stream of rows keeps its connection until somebody closes it");
}
