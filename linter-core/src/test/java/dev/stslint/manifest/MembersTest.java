package dev.stslint.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.kube.Service;
import dev.stslint.manifest.Scope.Candidate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many objects of one name: the short ways to those in scope lead to the same as a look at each. */
final class MembersTest {

    private static final List<String> DIRECTORIES = List.of(
            "", "top/", "top/a/", "top/a/b/", "top/a/b/c/", "top/a-b/", "top/ab/", "top/b/", "other/", "other/a/");

    @ParameterizedTest
    @ValueSource(strings = {"", "top", "top/a", "other", "elsewhere"})
    void areSeenAsByLookingAtEach(String root) {
        Given files = Given.files().under(root);
        for (String directory : DIRECTORIES) {
            files.file(directory + "one.yaml", service(directory, 1) + "---\n" + service(directory, 2))
                    .file(directory + "two.yaml", service(directory, 3));
        }
        checkAllScopes(files.set());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "top"})
    void areSeenSoWithinApplicationsToo(String root) {
        Given files = Given.files().under(root);
        for (String directory : DIRECTORIES) {
            files.file(directory + "one.yaml", service(directory, 1) + "---\n" + service(directory, 2));
        }
        files.file("top/a/kustomization.yaml", Given.kustomization("resources: [one.yaml, ../b/one.yaml]"))
                .file("left/kustomization.yaml", Given.kustomization("resources: [../top/a]\nnamePrefix: left-"))
                .file("right/kustomization.yaml", Given.kustomization("resources: [../top/a]\nnamePrefix: right-"))
                .file("all/kustomization.yaml", Given.kustomization("resources: [../left, ../right]"));
        checkAllScopes(files.set());
    }

    private static void checkAllScopes(ManifestSet set) {
        Members members = set.ofType(Service.class);
        assertThat(members.all()).hasSizeGreaterThan(16);
        for (Member from : members.all()) {
            for (Placement placement : from.placements()) {
                Scope scope = new Scope(from, placement);
                List<Candidate> each = new ArrayList<>();
                for (Member member : members.all()) {
                    each.addAll(scope.seeAll(member));
                }
                assertThat(members.seenFrom(scope)).as("seen from %s", from).isEqualTo(each);
            }
        }
    }

    private static String service(String directory, int number) {
        return Given.service("s" + DIRECTORIES.indexOf(directory) + "-" + number, "app: db");
    }
}
