package dev.stslint.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.kube.Service;
import dev.stslint.kube.StatefulSet;
import dev.stslint.kube.Workload;
import dev.stslint.manifest.Scope.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From where an object is seen, outside of kustomizations and within. */
final class ScopeTest {

    private static final String SET = Given.workload("StatefulSet", "db", 3, "app: db");
    private static final String SERVICE = Given.service("db", "app: db");

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            top/a/all.yaml,      top/a/set.yaml,        2, false
            top/a/x.yaml,        top/a/b/set.yaml,      3, false
            top/a/x.yaml,        top/a/b/c/set.yaml,    3, false
            top/a/b/x.yaml,      top/a/set.yaml,        4, false
            top/a/b/x.yaml,      top/a/c/set.yaml,      4, true
            top/a/b/c/x.yaml,    top/a/set.yaml,        5, false
            top/a/b/c/x.yaml,    top/a/d/e/set.yaml,    5, true
            top/a/x.yaml,        top/set.yaml,          -, false
            top/a/x.yaml,        top/b/set.yaml,        -, false
            top/x.yaml,          top/a/set.yaml,        -, false
            top/ab/x.yaml,       top/a/set.yaml,        -, false
            """)
    void looksAroundUpToTheTopOfTheInput(String from, String to, Integer distance, boolean sibling) {
        ManifestSet set =
                Given.files().under("top").file(from, SERVICE).file(to, SET).set();
        Optional<Candidate> seen = scope(set).see(set.member(Given.in(set, StatefulSet.class, "db")));
        assertThat(seen.map(Candidate::distance)).isEqualTo(Optional.ofNullable(distance));
        assertThat(seen.map(Candidate::sibling).orElse(false)).isEqualTo(sibling);
    }

    @Test
    void theSameFileIsNearest() {
        ManifestSet set =
                Given.files().file("a/all.yaml", SERVICE + "---\n" + SET).set();
        assertThat(scope(set)
                        .see(set.member(Given.in(set, StatefulSet.class, "db")))
                        .map(Candidate::distance))
                .contains(Scope.SAME_FILE);
    }

    @Test
    void aKustomizationSeesWhatItTakesAndNothingElse() {
        ManifestSet set = Given.files()
                .file("app/kustomization.yaml", Given.kustomization("resources: [service.yaml, ../sets/set.yaml]"))
                .file("app/service.yaml", SERVICE)
                .file("app/stray.yaml", Given.workload("Deployment", "stray", 1, "app: db"))
                .file("sets/set.yaml", SET)
                .set();
        Scope scope = scope(set);
        assertThat(scope.see(set.member(Given.in(set, StatefulSet.class, "db"))).map(Candidate::distance))
                .contains(Scope.SAME_APPLICATION);
        assertThat(scope.see(set.member(Given.in(set, Workload.class, "stray"))))
                .isEmpty();
    }

    @Test
    void anApplicationThatTakesABaseTwiceSeesItTwice() {
        ManifestSet set = Given.files()
                .file("base/kustomization.yaml", Given.kustomization("resources: [all.yaml]"))
                .file("base/all.yaml", SERVICE + "---\n" + SET)
                .file("left/kustomization.yaml", Given.kustomization("resources: [../base]\nnamePrefix: left-"))
                .file("right/kustomization.yaml", Given.kustomization("resources: [../base]\nnamePrefix: right-"))
                .file("all/kustomization.yaml", Given.kustomization("resources: [../left, ../right]"))
                .set();
        assertThat(scope(set).seeAll(set.member(Given.in(set, StatefulSet.class, "db"))).stream()
                        .map(candidate -> candidate.placement().name()))
                .containsExactly("left-db", "right-db");
    }

    @ParameterizedTest
    @CsvSource({
        "'',      '',      true",
        "shop,    '',      true",
        "'',      shop,    true",
        "shop,    shop,    true",
        "shop,    billing, false"
    })
    void anAbsentNamespaceMayBeAny(String one, String other, boolean shared) {
        ManifestSet set = Given.files().file("all.yaml", SERVICE).set();
        Service service = Given.in(set, Service.class, "db");
        Scope scope = new Scope(set.member(service), Placement.asWritten("db", one));
        assertThat(scope.sharesNamespace(Placement.asWritten("x", other))).isEqualTo(shared);
    }

    @Test
    void selectorsTakeADirectoryAtOnceAndNamesTheNearest() {
        ManifestSet set = Given.files()
                .file("a/all.yaml", SERVICE + "---\n" + SET)
                .file("a/more.yaml", Given.workload("Deployment", "more", 1, "app: db"))
                .file("a/b/far.yaml", Given.workload("Deployment", "far", 1, "app: db"))
                .set();
        Scope scope = scope(set);
        List<Candidate> candidates = new ArrayList<>();
        for (Member member : set.members()) {
            if (member.view() instanceof Workload) {
                candidates.addAll(scope.seeAll(member));
            }
        }
        assertThat(names(candidates)).containsExactlyInAnyOrder("db", "more", "far");
        assertThat(names(Scope.nearest(candidates))).containsExactly("db");
        assertThat(names(Scope.together(candidates))).containsExactlyInAnyOrder("db", "more");
    }

    private static Scope scope(ManifestSet set) {
        return set.scopesOf(Given.in(set, Service.class, "db")).get(0);
    }

    private static List<String> names(List<Candidate> candidates) {
        return candidates.stream().map(candidate -> candidate.member().name()).toList();
    }
}
