package dev.stslint.report;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Severity;
import dev.stslint.report.ClusterLayout.Box;
import dev.stslint.report.ClusterLayout.Route;
import dev.stslint.report.ObjectGraph.Node;
import dev.stslint.report.ObjectGraph.Relation;
import java.util.List;

/** Objects that hang together as SVG, with the findings on them, and as a list for those who cannot see it. */
final class ClusterDrawing {

    /** Wider drawings may be made smaller to fit the page, down to this width. */
    private static final int WIDE = 760;

    private final ObjectGraph graph;
    private final FindingIndex findings;
    private final ObjectCluster cluster;
    private final ClusterLayout layout;

    ClusterDrawing(ObjectGraph graph, FindingIndex findings, ObjectCluster cluster) {
        this.graph = graph;
        this.findings = findings;
        this.cluster = cluster;
        this.layout = ClusterLayout.of(graph, cluster);
    }

    void write(Markup html, String title) {
        String size = layout.width() + " " + layout.height();
        html.open("div", "class", "canvas", "tabindex", "0");
        html.open(
                        "svg",
                        "width",
                        Integer.toString(layout.width()),
                        "height",
                        Integer.toString(layout.height()),
                        "viewBox",
                        "0 0 " + size,
                        "class",
                        layout.width() > WIDE ? "wide" : "",
                        "role",
                        "group",
                        "aria-label",
                        title)
                .line();
        for (Route route : layout.routes()) {
            path(html, route);
        }
        for (int node : cluster.nodes()) {
            node(html, graph.nodes().get(node), layout.box(node));
        }
        for (Route route : layout.routes()) {
            if (route.link().relation() != Relation.MAKES) {
                label(html, route);
            }
        }
        html.close("svg").close("div").line();
        list(html);
    }

    private void path(Markup html, Route route) {
        StringBuilder path = new StringBuilder();
        List<Box> way = route.boxes();
        int x = way.get(0).x() + way.get(0).width();
        int y = route.startY();
        path.append('M').append(x).append(' ').append(y);
        for (int i = 1; i < way.size(); i++) {
            Box next = way.get(i);
            int toY = route.reachedY(i);
            int half = (next.x() - x) / 2;
            path.append(" C").append(x + half).append(' ').append(y);
            path.append(' ').append(x + half).append(' ').append(toY);
            path.append(' ').append(next.x()).append(' ').append(toY);
            x = next.x() + next.width();
            y = toY;
            if (i < way.size() - 1) {
                path.append(" H").append(x);
            }
        }
        boolean isBroken = graph.nodes().get(route.link().to()).isMissing();
        html.empty(
                        "path",
                        "class",
                        isBroken ? "link broken" : "link",
                        "d",
                        path.toString(),
                        route.isReversed() ? "marker-start" : "marker-end",
                        "url(#arrow)")
                .line();
    }

    private static void label(Markup html, Route route) {
        Box start = route.boxes().get(0);
        Box next = route.boxes().get(1);
        html.element(
                        "text",
                        route.link().relation().text(),
                        "class",
                        "relation",
                        "x",
                        Integer.toString((start.x() + start.width() + next.x()) / 2),
                        "y",
                        Integer.toString((route.startY() + route.reachedY(1)) / 2 + 4))
                .line();
    }

    private void node(Markup html, Node node, Box box) {
        List<Finding> on = findings.on(node);
        String anchor = on.isEmpty() ? "" : findings.anchor(on.get(0));
        if (!anchor.isEmpty()) {
            html.open("a", "href", "#" + anchor);
        }
        html.open("g", "class", style(node, on));
        html.element("title", title(node, on));
        html.empty(
                "rect",
                "x",
                Integer.toString(box.x()),
                "y",
                Integer.toString(box.y()),
                "width",
                Integer.toString(box.width()),
                "height",
                Integer.toString(box.height()),
                "rx",
                "6");
        int x = box.x() + ClusterLayout.PADDING;
        int y = box.y() + ClusterLayout.PADDING + 11;
        text(html, node.kind(), "kind", x, y);
        y += ClusterLayout.LINE_HEIGHT;
        text(html, ClusterLayout.cut(node.name()), "name", x, y);
        for (String detail : node.details()) {
            y += ClusterLayout.LINE_HEIGHT;
            text(html, ClusterLayout.cut(detail), "detail", x, y);
        }
        if (!on.isEmpty()) {
            badge(html, on.size(), box);
        }
        html.close("g");
        if (!anchor.isEmpty()) {
            html.close("a");
        }
        html.line();
    }

    private static void badge(Markup html, int count, Box box) {
        String x = Integer.toString(box.x() + box.width() - 15);
        html.empty("circle", "cx", x, "cy", Integer.toString(box.y() + 15), "r", "9");
        html.element("text", Integer.toString(count), "class", "count", "x", x, "y", Integer.toString(box.y() + 19));
    }

    private static void text(Markup html, String text, String style, int x, int y) {
        html.element("text", text, "class", style, "x", Integer.toString(x), "y", Integer.toString(y));
    }

    private static String style(Node node, List<Finding> on) {
        StringBuilder style = new StringBuilder("node");
        if (node.isMissing()) {
            style.append(" missing");
        }
        if (!on.isEmpty()) {
            style.append(' ').append(FindingIndex.gravest(on).id());
        }
        return style.toString();
    }

    private static String title(Node node, List<Finding> on) {
        StringBuilder title = new StringBuilder(named(node));
        for (Severity severity : Severity.values()) {
            int count = FindingIndex.count(on, severity);
            if (count > 0) {
                title.append(", ").append(Counted.of(count, severity.id()));
            }
        }
        return title.toString();
    }

    private static String named(Node node) {
        return node.kind() + " " + node.name() + (node.isMissing() ? " (missing)" : "");
    }

    private void list(Markup html) {
        html.open("details", "class", "links").element("summary", "These links as a list");
        html.open("ul").line();
        for (ObjectGraph.Link link : cluster.links()) {
            html.open("li");
            html.text(named(graph.nodes().get(link.from())) + " ");
            html.element("em", link.relation().text());
            html.text(" " + named(graph.nodes().get(link.to())));
            html.close("li").line();
        }
        html.close("ul").close("details").line();
    }
}
