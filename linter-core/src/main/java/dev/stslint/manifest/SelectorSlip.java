package dev.stslint.manifest;

import dev.stslint.kube.LabelSelector;
import dev.stslint.kube.LabelSelector.Operator;
import dev.stslint.kube.LabelSelector.Requirement;
import dev.stslint.kube.Labels;
import dev.stslint.kube.NameToken;
import dev.stslint.manifest.Scope.Candidate;
import dev.stslint.source.NearestNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a selector that selects nothing may have missed some pods, the surest first. Most selectors that select nothing in
 * the input are right: their pods are made by an operator or a chart (facts: real-mistakes 1), so that a slip must be
 * seen in the labels themselves.
 */
enum SelectorSlip {
    /** They fit as they are written, and a kustomization gives the pods another value. */
    RELABELLED,
    /** One value is misspelt, or says a word more than the label: {@code elasticsearch-master}, {@code elasticsearch}. */
    OTHER_VALUE,
    /** The pods carry the value under another key: {@code app}, {@code app.kubernetes.io/name}. */
    OTHER_KEY,
    /** The workload has the name of the selecting object, or the name that the selector asks for. */
    SAME_NAME,
    /** All labels but one, which the pods do not carry at all. */
    ONE_TOO_MANY,
    /** Nothing tells that these pods were meant. */
    NONE;

    /** Words in the keys of labels that software puts on the pods it runs in, by who leads at the moment. */
    private static final List<String> ROLES = List.of("role", "primary", "master", "leader", "active");

    static SelectorSlip between(LabelSelector selector, Scope scope, Candidate candidate) {
        Map<String, String> labels = candidate.member().podLabels(candidate.placement());
        List<Requirement> unmet = scope.from().unmet(selector, scope.placement(), labels);
        if (!selector.isReadable() || unmet.isEmpty()) {
            return NONE;
        }
        for (Requirement requirement : unmet) {
            if (isRuntime(requirement.key(), labels) || !isEquality(requirement) || isStandIn(requirement)) {
                return NONE;
            }
        }
        if (candidate.member().fitsAsWritten(selector)) {
            return RELABELLED;
        }
        String name = candidate.member().name();
        boolean sameName = name.equals(withoutEnding(scope.from().name())) || isAskedFor(name, unmet);
        if (unmet.size() == 1) {
            SelectorSlip slip =
                    ofOne(unmet.get(0), labels, selector.requirements().size() > 1);
            return slip == NONE && sameName ? SAME_NAME : slip;
        }
        return sameName ? SAME_NAME : NONE;
    }

    private static SelectorSlip ofOne(Requirement unmet, Map<String, String> labels, boolean othersMet) {
        String carried = labels.get(unmet.key());
        for (String wanted : unmet.values()) {
            if (carried != null && isNear(wanted, carried)) {
                return OTHER_VALUE;
            }
            if (carried == null && isTelling(wanted) && labels.containsValue(wanted)) {
                return OTHER_KEY;
            }
        }
        return carried == null && othersMet ? ONE_TOO_MANY : NONE;
    }

    /**
     * Whether one was written for the other. {@code db-1} and {@code db-2}, {@code zone-a} and {@code zone-b} are
     * neighbours on purpose; {@code prometheus} is not {@code prometheus-operator}, which makes its pods.
     */
    private static boolean isNear(String wanted, String carried) {
        if (wanted.startsWith(carried + "-")) {
            return true;
        }
        String left = wanted.toLowerCase(Locale.ROOT);
        String right = carried.toLowerCase(Locale.ROOT);
        if (left.equals(right)) {
            return true;
        }
        boolean alike = !NearestNames.of(wanted, List.of(carried)).names().isEmpty()
                && Math.abs(left.length() - right.length()) <= 2;
        return alike && !stem(left).equals(stem(right));
    }

    /** A name without its number or its one-letter ending. */
    private static String stem(String name) {
        int end = name.length();
        while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
            end--;
        }
        if (end == name.length() && end > 2 && name.charAt(end - 2) == '-') {
            end--;
        }
        return name.substring(0, end);
    }

    private static boolean isAskedFor(String name, List<Requirement> unmet) {
        for (Requirement requirement : unmet) {
            if (requirement.values().contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEquality(Requirement requirement) {
        return requirement.operator() == Operator.EQUALS || requirement.operator() == Operator.IN;
    }

    private static boolean isStandIn(Requirement requirement) {
        for (String value : requirement.values()) {
            if (NameToken.isStandIn(value)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a value names something, as {@code true} and {@code 2} do not. */
    private static boolean isTelling(String value) {
        return value.length() > 2 && !value.equals("true") && !value.equals("false") && !value.equals("default");
    }

    /** Whether a label is put on running pods, and so need not stand in their template. */
    private static boolean isRuntime(String key, Map<String, String> labels) {
        if (Labels.isOfController(key)) {
            return true;
        }
        if (labels.containsKey(key)) {
            return false;
        }
        for (String word : ROLES) {
            if (key.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** {@code db} for {@code db-pdb}. */
    private static String withoutEnding(String name) {
        for (String ending : List.of("-pdb", "-budget", "-disruption-budget", "-svc", "-service")) {
            if (name.endsWith(ending)) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }
}
