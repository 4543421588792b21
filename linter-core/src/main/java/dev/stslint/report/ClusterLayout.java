package dev.stslint.report;

import dev.stslint.report.ObjectGraph.Link;
import dev.stslint.report.ObjectGraph.Node;
import dev.stslint.report.ObjectGraph.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Where the nodes and links of a drawing stand, in pixels. Nodes of a role stand in a column; links go from left to right,
 * those that pass a column have a place of their own in it. Within columns nodes are put in the order, then at the height,
 * that keeps links short.
 */
final class ClusterLayout {

    static final int LINE_HEIGHT = 16;
    static final int PADDING = 10;

    private static final int GAP_BETWEEN_COLUMNS = 96;
    private static final int GAP_BETWEEN_NODES = 18;
    private static final int PASSING_HEIGHT = 12;
    private static final int NARROWEST = 116;
    private static final double CHARACTER_WIDTH = 7.3;
    private static final int LONGEST_TEXT = 40;
    private static final int SWEEPS = 12;

    /** A node, or the place where a link passes a column. */
    static final class Box {

        private final int column;
        private final int height;
        private final List<Box> left = new ArrayList<>(2);
        private final List<Box> right = new ArrayList<>(2);
        private final List<Route> leaving = new ArrayList<>(2);
        private final List<Route> arriving = new ArrayList<>(2);
        private double order;
        private double middle;
        private int x;
        private int width;

        private Box(int column, int height) {
            this.column = column;
            this.height = height;
        }

        int x() {
            return x;
        }

        int y() {
            return (int) Math.round(middle - height / 2.0);
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }

        /** The height of its middle. */
        int center() {
            return y() + height / 2;
        }

        private static double mean(List<Box> boxes, boolean ofOrder, double otherwise) {
            double sum = 0;
            for (Box box : boxes) {
                sum += ofOrder ? box.order : box.middle;
            }
            return boxes.isEmpty() ? otherwise : sum / boxes.size();
        }
    }

    /** A link as it is drawn, from left to right. */
    static final class Route {

        private final Link link;
        private final List<Box> boxes;
        private final boolean isReversed;
        private int startY;
        private int endY;

        private Route(Link link, List<Box> boxes, boolean isReversed) {
            this.link = link;
            this.boxes = List.copyOf(boxes);
            this.isReversed = isReversed;
        }

        Link link() {
            return link;
        }

        /** Its ends, and between them the places it passes. */
        List<Box> boxes() {
            return boxes;
        }

        /** Whether it leads from right to left. */
        boolean isReversed() {
            return isReversed;
        }

        /** The height at which it leaves its first box. */
        int startY() {
            return startY;
        }

        /** The height at which it reaches a box, counted from the first. */
        int reachedY(int box) {
            return box == boxes.size() - 1 ? endY : boxes.get(box).center();
        }
    }

    private final Map<Integer, Box> boxes = new HashMap<>();
    private final List<List<Box>> columns = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();
    private int width;
    private int height;

    private ClusterLayout() {}

    static ClusterLayout of(ObjectGraph graph, ObjectCluster cluster) {
        ClusterLayout layout = new ClusterLayout();
        layout.addNodes(graph, cluster);
        for (Link link : cluster.links()) {
            layout.addRoute(link);
        }
        layout.order();
        layout.settle();
        layout.place(graph);
        layout.attach();
        return layout;
    }

    Box box(int node) {
        return Objects.requireNonNull(boxes.get(node), "not in the cluster");
    }

    List<Route> routes() {
        return routes;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** A text as far as there is room for it. */
    static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }

    private void addNodes(ObjectGraph graph, ObjectCluster cluster) {
        TreeSet<Integer> used = new TreeSet<>();
        for (int node : cluster.nodes()) {
            used.add(column(graph.nodes().get(node).role()));
        }
        List<Integer> ranks = new ArrayList<>(used);
        for (int i = 0; i < ranks.size(); i++) {
            columns.add(new ArrayList<>());
        }
        for (int index : cluster.nodes()) {
            Node node = graph.nodes().get(index);
            int lines = 2 + node.details().size();
            Box box = add(ranks.indexOf(column(node.role())), lines * LINE_HEIGHT + 2 * PADDING);
            boxes.put(index, box);
        }
    }

    private static int column(Role role) {
        return switch (role) {
            case AUTOSCALER -> 0;
            case WORKLOAD, CONFIGURATION -> 1;
            case SERVICE, BUDGET -> 2;
            case PODS -> 3;
            case CLAIM -> 4;
        };
    }

    private Box add(int column, int boxHeight) {
        Box box = new Box(column, boxHeight);
        box.order = columns.get(column).size();
        columns.get(column).add(box);
        return box;
    }

    private void addRoute(Link link) {
        Box from = box(link.from());
        Box to = box(link.to());
        boolean isReversed = from.column > to.column;
        Box start = isReversed ? to : from;
        Box end = isReversed ? from : to;
        if (start.column == end.column) {
            return;
        }
        List<Box> way = new ArrayList<>(3);
        way.add(start);
        for (int column = start.column + 1; column < end.column; column++) {
            way.add(add(column, PASSING_HEIGHT));
        }
        way.add(end);
        for (int i = 1; i < way.size(); i++) {
            way.get(i - 1).right.add(way.get(i));
            way.get(i).left.add(way.get(i - 1));
        }
        Route route = new Route(link, way, isReversed);
        start.leaving.add(route);
        end.arriving.add(route);
        routes.add(route);
    }

    /** Sorts each column by where its neighbours stand, there and back again. */
    private void order() {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean forward = sweep % 2 == 0;
            for (int i = 0; i < columns.size(); i++) {
                List<Box> column = columns.get(forward ? i : columns.size() - 1 - i);
                Map<Box, Double> wanted = new HashMap<>();
                for (Box box : column) {
                    wanted.put(box, Box.mean(forward ? box.left : box.right, true, box.order));
                }
                column.sort(Comparator.comparing(wanted::get));
                for (int at = 0; at < column.size(); at++) {
                    column.get(at).order = at;
                }
            }
        }
    }

    private void settle() {
        for (List<Box> column : columns) {
            double y = 0;
            for (Box box : column) {
                box.middle = y + box.height / 2.0;
                y += box.height + GAP_BETWEEN_NODES;
            }
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean forward = sweep % 2 == 0;
            for (int i = 0; i < columns.size(); i++) {
                settle(columns.get(forward ? i : columns.size() - 1 - i), forward);
            }
        }
    }

    /**
     * Moves the boxes of a column as near to their neighbours as the order allows. Boxes that would overlap form a run,
     * which stands where its members want to be on average.
     */
    private static void settle(List<Box> column, boolean forward) {
        int count = column.size();
        double[] offsets = new double[count];
        double[] sums = new double[count];
        int[] sizes = new int[count];
        int runs = 0;
        double offset = 0;
        for (int i = 0; i < count; i++) {
            Box box = column.get(i);
            offset += i == 0 ? 0 : (column.get(i - 1).height + box.height) / 2.0 + GAP_BETWEEN_NODES;
            offsets[i] = offset;
            sums[runs] = Box.mean(forward ? box.left : box.right, false, box.middle) - offset;
            sizes[runs] = 1;
            runs++;
            while (runs > 1 && sums[runs - 2] / sizes[runs - 2] >= sums[runs - 1] / sizes[runs - 1]) {
                sums[runs - 2] += sums[runs - 1];
                sizes[runs - 2] += sizes[runs - 1];
                runs--;
            }
        }
        int at = 0;
        for (int run = 0; run < runs; run++) {
            for (int i = 0; i < sizes[run]; i++, at++) {
                column.get(at).middle = sums[run] / sizes[run] + offsets[at];
            }
        }
    }

    private void place(ObjectGraph graph) {
        double top = Double.MAX_VALUE;
        double bottom = 0;
        for (List<Box> column : columns) {
            for (Box box : column) {
                top = Math.min(top, box.middle - box.height / 2.0);
                bottom = Math.max(bottom, box.middle + box.height / 2.0);
            }
        }
        int[] widths = new int[columns.size()];
        for (Map.Entry<Integer, Box> entry : boxes.entrySet()) {
            int column = entry.getValue().column;
            widths[column] = Math.max(widths[column], width(graph.nodes().get(entry.getKey())));
        }
        int x = 1;
        for (int i = 0; i < columns.size(); i++) {
            for (Box box : columns.get(i)) {
                box.x = x;
                box.width = widths[i];
                box.middle += 1 - top;
            }
            x += widths[i] + GAP_BETWEEN_COLUMNS;
        }
        width = x - GAP_BETWEEN_COLUMNS + 1;
        height = (int) Math.ceil(bottom - top) + 2;
    }

    /** Links leave and reach boxes next to each other, in the order of their other ends. */
    private void attach() {
        for (List<Box> column : columns) {
            for (Box box : column) {
                box.leaving.sort(
                        Comparator.comparingInt(route -> route.boxes.get(1).center()));
                for (int i = 0; i < box.leaving.size(); i++) {
                    box.leaving.get(i).startY = portion(box, i, box.leaving.size());
                }
                box.arriving.sort(Comparator.comparingInt(
                        route -> route.boxes.get(route.boxes.size() - 2).center()));
                for (int i = 0; i < box.arriving.size(); i++) {
                    box.arriving.get(i).endY = portion(box, i, box.arriving.size());
                }
            }
        }
    }

    private static int portion(Box box, int index, int count) {
        return box.y() + box.height * (index + 1) / (count + 1);
    }

    private static int width(Node node) {
        int characters = Math.max(cut(node.name()).length(), node.kind().length() + 4);
        for (String detail : node.details()) {
            characters = Math.max(characters, cut(detail).length());
        }
        return Math.max(NARROWEST, (int) (characters * CHARACTER_WIDTH) + 2 * PADDING);
    }
}
