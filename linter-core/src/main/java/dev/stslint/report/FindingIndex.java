package dev.stslint.report;

import dev.stslint.finding.Finding;
import dev.stslint.finding.Severity;
import dev.stslint.report.ObjectGraph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which findings are about which object, and the anchors of both in an HTML page. */
final class FindingIndex {

    /** An object of which something is said. */
    record Subject(String anchor, String path, String object, List<Finding> findings) {}

    private final IdentityHashMap<Finding, String> anchors = new IdentityHashMap<>();
    private final Map<String, Subject> subjects = new LinkedHashMap<>();

    /** The field paths of the parts that are drawn of an object, besides the object itself. */
    private final Map<String, List<String>> parts = new HashMap<>();

    FindingIndex(LintReport report) {
        for (Finding finding : report.findings()) {
            anchors.put(finding, "finding-" + (anchors.size() + 1));
            if (!finding.object().isEmpty()) {
                String path = finding.location().file().path();
                String key = key(path, finding.object());
                if (!subjects.containsKey(key)) {
                    String anchor = "object-" + (subjects.size() + 1);
                    subjects.put(key, new Subject(anchor, path, finding.object(), new ArrayList<>(2)));
                }
                subjects.get(key).findings.add(finding);
            }
        }
        for (Node node : report.objects().nodes()) {
            if (!node.fieldPath().isEmpty()) {
                parts.computeIfAbsent(key(node), object -> new ArrayList<>(2)).add(node.fieldPath());
            }
        }
    }

    /** The objects that findings are about, in the order of their first findings. */
    List<Subject> subjects() {
        return List.copyOf(subjects.values());
    }

    String anchor(Finding finding) {
        return anchors.getOrDefault(finding, "");
    }

    /** The anchor of the object that a finding is about; empty when it is about none. */
    String subjectAnchor(Finding finding) {
        Subject subject = subjects.get(key(finding.location().file().path(), finding.object()));
        return subject == null ? "" : subject.anchor;
    }

    /** The findings about a node: those on its part of the object, and no smaller part of it. */
    List<Finding> on(Node node) {
        Subject subject = subjects.get(key(node));
        List<Finding> on = new ArrayList<>(0);
        if (subject != null && !node.isMissing()) {
            for (Finding finding : subject.findings) {
                if (part(finding, parts.getOrDefault(key(node), List.of())).equals(node.fieldPath())) {
                    on.add(finding);
                }
            }
        }
        return on;
    }

    static Severity gravest(List<Finding> findings) {
        Severity gravest = Severity.INFO;
        for (Finding finding : findings) {
            gravest = finding.severity().isAtLeast(gravest) ? finding.severity() : gravest;
        }
        return gravest;
    }

    static int count(List<Finding> findings, Severity severity) {
        int count = 0;
        for (Finding finding : findings) {
            count += finding.severity() == severity ? 1 : 0;
        }
        return count;
    }

    private static String part(Finding finding, List<String> parts) {
        String longest = "";
        for (String part : parts) {
            if (finding.fieldPath().startsWith(part) && part.length() > longest.length()) {
                longest = part;
            }
        }
        return longest;
    }

    private static String key(Node node) {
        return key(node.place().file().path(), node.object());
    }

    private static String key(String path, String object) {
        return path + '\n' + object;
    }
}
