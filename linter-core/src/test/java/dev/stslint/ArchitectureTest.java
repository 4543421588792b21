package dev.stslint;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shape of the engine, as ARCHITECTURE.md draws it: who may use whom, and what must not come in at all. */
final class ArchitectureTest {

    /** A package's own arrows. It may also use whatever those lead to, so that {@code kube} need not be said with each. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            entry("source", Set.of()),
            entry("change", Set.of("source")),
            entry("yaml", Set.of("source")),
            entry("finding", Set.of("source")),
            // Strings only: rules say what is a secret with the same words that reports hide it by.
            entry("secret", Set.of("source")),
            entry("kube", Set.of("yaml", "source", "secret")),
            entry("manifest", Set.of("kube", "schema")),
            // Its own tree walk, since it looks at what is written and not at what is known; releases are those of
            // findings.
            entry("schema", Set.of("kube", "finding")),
            // Schemas that come with a run; their faults are told in the words of `schema`.
            entry("judge", Set.of("schema")),
            entry("rule", Set.of("manifest", "finding", "judge")),
            entry("fix", Set.of("kube", "finding")),
            entry("config", Set.of("rule", "yaml")),
            entry("filter", Set.of("config", "finding")),
            // Reports show a rule's page, options and defaults (SARIF asks for them), hence `rule`.
            entry("report", Set.of("finding", "source", "rule", "secret")),
            entry("chart", Set.of("yaml", "source", "secret")),
            entry("lint", Set.of("change", "chart", "config", "filter", "fix", "judge", "report", "rule", "schema")));

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            .importPackages("dev.stslint");

    static Stream<String> packages() {
        return ARROWS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void usesOnlyWhatItsArrowsLeadTo(String name) {
        Set<String> wrong = new TreeSet<>(ARROWS.keySet());
        wrong.remove(name);
        wrong.removeAll(reachable(name));
        if (wrong.isEmpty()) {
            return;
        }
        noClasses()
                .that()
                .resideInAPackage("dev.stslint." + name)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(wrong.stream().map(w -> "dev.stslint." + w).toArray(String[]::new))
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void hasOnlyThePackagesThatAreDrawn() {
        classes()
                .should()
                .resideInAnyPackage(
                        packages().map(name -> "dev.stslint." + name).toArray(String[]::new))
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void hasNoCycles() {
        slices().matching("dev.stslint.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void onlyYamlReaderKnowsTheYamlLibrary() {
        noClasses()
                .that(are(writtenOutside("dev.stslint.yaml", "YamlReader.java")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.snakeyaml..")
                .because("what the library leaves open is fixed in one place")
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Helpers|Util|Utils|Impl)")
                .because("such a name says that something is there, not what")
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void answersItsCallerInsteadOfLoggingOrPrinting() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..", "picocli..", "org.apache.maven..")
                .because("front ends get results")
                .allowEmptyShould(true)
                .check(CORE);
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.allowEmptyShould(true).check(CORE);
    }

    private static Set<String> reachable(String name) {
        return ARROWS.get(name).stream()
                .flatMap(next -> Stream.concat(Stream.of(next), reachable(next).stream()))
                .collect(toCollection(TreeSet::new));
    }

    /** A file rather than a class: what the reader keeps beside it in the same file is its own affair. */
    private static DescribedPredicate<JavaClass> writtenOutside(String packageName, String fileName) {
        return describe("written outside " + fileName, type -> {
            boolean inFile = type.getSource()
                    .flatMap(source -> source.getFileName())
                    .map(fileName::equals)
                    .orElse(false);
            return !(inFile && type.getPackageName().equals(packageName));
        });
    }
}
