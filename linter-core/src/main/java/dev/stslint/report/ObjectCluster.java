package dev.stslint.report;

import dev.stslint.report.ObjectGraph.Link;
import dev.stslint.report.ObjectGraph.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Objects that hang together, directly or through others: one drawing.
 *
 * @param nodes indexes into the nodes of the graph, ascending
 * @param links all links between them
 */
record ObjectCluster(List<Integer> nodes, List<Link> links) {

    /** The clusters of a graph, by their first nodes. A node without links is in none. */
    static List<ObjectCluster> of(ObjectGraph graph) {
        int[] roots = new int[graph.nodes().size()];
        Arrays.setAll(roots, node -> node);
        for (Link link : graph.links()) {
            int from = root(roots, link.from());
            int to = root(roots, link.to());
            roots[Math.max(from, to)] = Math.min(from, to);
        }
        Map<Integer, ObjectCluster> clusters = new LinkedHashMap<>();
        for (int node = 0; node < roots.length; node++) {
            at(root(roots, node), clusters).nodes.add(node);
        }
        for (Link link : graph.links()) {
            at(root(roots, link.from()), clusters).links.add(link);
        }
        List<ObjectCluster> drawn = new ArrayList<>(clusters.size());
        for (ObjectCluster cluster : clusters.values()) {
            if (!cluster.links.isEmpty()) {
                drawn.add(cluster);
            }
        }
        return drawn;
    }

    private static ObjectCluster at(int root, Map<Integer, ObjectCluster> clusters) {
        return clusters.computeIfAbsent(root, key -> new ObjectCluster(new ArrayList<>(), new ArrayList<>()));
    }

    /** Whether there is more in it than that a workload makes pods. */
    boolean tellsMoreThanPods() {
        for (Link link : links) {
            if (link.relation() != Relation.MAKES) {
                return true;
            }
        }
        return false;
    }

    private static int root(int[] roots, int node) {
        int root = node;
        while (roots[root] != root) {
            roots[root] = roots[roots[root]];
            root = roots[root];
        }
        return root;
    }
}
