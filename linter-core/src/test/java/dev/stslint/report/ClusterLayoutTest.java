package dev.stslint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.report.ClusterLayout.Box;
import dev.stslint.report.ClusterLayout.Route;
import dev.stslint.report.ObjectGraph.Link;
import dev.stslint.report.ObjectGraph.Node;
import dev.stslint.report.ObjectGraph.Relation;
import dev.stslint.report.ObjectGraph.Role;
import dev.stslint.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Whatever hangs together: it is drawn within its frame, and nothing lies on anything else. */
final class ClusterLayoutTest {

    private static final List<Role> ROLES = List.of(Role.values());
    private static final List<Relation> RELATIONS = List.of(Relation.values());

    @RepeatedTest(60)
    void keepsBoxesApart(RepetitionInfo repetition) {
        ObjectGraph graph = anyGraph(new Random(repetition.getCurrentRepetition()));
        for (ObjectCluster cluster : ObjectCluster.of(graph)) {
            ClusterLayout layout = ClusterLayout.of(graph, cluster);
            List<Box> boxes = new ArrayList<>();
            for (int node : cluster.nodes()) {
                boxes.add(layout.box(node));
            }
            for (Box box : boxes) {
                assertThat(box.x()).isPositive();
                assertThat(box.y()).isPositive();
                assertThat(box.x() + box.width()).isLessThan(layout.width());
                assertThat(box.y() + box.height()).isLessThan(layout.height());
            }
            for (int i = 0; i < boxes.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(overlap(boxes.get(i), boxes.get(j))).isFalse();
                }
            }
            for (Route route : layout.routes()) {
                for (int i = 1; i < route.boxes().size(); i++) {
                    Box before = route.boxes().get(i - 1);
                    assertThat(route.boxes().get(i).x()).isGreaterThan(before.x() + before.width());
                }
            }
        }
    }

    @RepeatedTest(20)
    void isTheSameEachTime(RepetitionInfo repetition) {
        ObjectGraph graph = anyGraph(new Random(repetition.getCurrentRepetition()));

        assertThat(drawn(graph)).isEqualTo(drawn(graph));
    }

    @Test
    void putsAPathOnOneLine() {
        ObjectGraph graph = new ObjectGraph(
                List.of(node(Role.WORKLOAD), node(Role.SERVICE), node(Role.PODS), node(Role.CLAIM)),
                List.of(
                        new Link(0, 1, Relation.IS_GOVERNED_BY),
                        new Link(1, 2, Relation.SELECTS),
                        new Link(2, 3, Relation.MOUNTS)));
        ClusterLayout layout = ClusterLayout.of(graph, ObjectCluster.of(graph).get(0));

        assertThat(List.of(middle(layout.box(1)), middle(layout.box(2)), middle(layout.box(3))))
                .containsOnly(middle(layout.box(0)));
    }

    @Test
    void findsWhatHangsTogether() {
        ObjectGraph graph = new ObjectGraph(
                List.of(
                        node(Role.WORKLOAD),
                        node(Role.WORKLOAD),
                        node(Role.PODS),
                        node(Role.PODS),
                        node(Role.CLAIM),
                        node(Role.CLAIM)),
                List.of(
                        new Link(0, 2, Relation.MAKES),
                        new Link(1, 3, Relation.MAKES),
                        new Link(2, 4, Relation.MOUNTS),
                        new Link(3, 4, Relation.MOUNTS)));

        assertThat(ObjectCluster.of(graph)).extracting(ObjectCluster::nodes).containsExactly(List.of(0, 1, 2, 3, 4));
    }

    private static int middle(Box box) {
        return box.y() + box.height() / 2;
    }

    private static boolean overlap(Box one, Box other) {
        return one.x() < other.x() + other.width()
                && other.x() < one.x() + one.width()
                && one.y() < other.y() + other.height()
                && other.y() < one.y() + one.height();
    }

    private static String drawn(ObjectGraph graph) {
        Markup html = new Markup();
        FindingIndex index = new FindingIndex(Reports.of());
        StringBuilder out = new StringBuilder();
        for (ObjectCluster cluster : ObjectCluster.of(graph)) {
            new ClusterDrawing(graph, index, cluster).write(html, "");
        }
        try {
            html.flush(out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }

    private static ObjectGraph anyGraph(Random random) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 2 + random.nextInt(40); i > 0; i--) {
            nodes.add(node(ROLES.get(random.nextInt(ROLES.size()))));
        }
        List<Link> links = new ArrayList<>();
        for (int i = random.nextInt(80); i > 0; i--) {
            links.add(new Link(
                    random.nextInt(nodes.size()),
                    random.nextInt(nodes.size()),
                    RELATIONS.get(random.nextInt(RELATIONS.size()))));
        }
        return new ObjectGraph(nodes, links);
    }

    private static Node node(Role role) {
        return new Node(
                role,
                role.toString(),
                "a name of some length",
                "",
                "",
                SourceFile.of("a.yaml", "a").at(0, 1),
                role == Role.PODS ? List.of("one", "two") : List.of(),
                false);
    }
}
