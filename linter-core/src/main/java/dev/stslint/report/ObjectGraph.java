package dev.stslint.report;

import dev.stslint.secret.Mask;
import dev.stslint.source.Location;
import java.util.ArrayList;
import java.util.List;

/**
 * How the objects of a run hang together, for reports that draw it. Values are none in it but names and counts.
 *
 * @param nodes in the order of their places
 * @param links between nodes
 */
public record ObjectGraph(List<Node> nodes, List<Link> links) {

    /** Nothing to draw. */
    public static final ObjectGraph EMPTY = new ObjectGraph(List.of(), List.of());

    /** What a node is to the others: it decides where it is drawn. */
    public enum Role {
        /** It scales a workload. */
        AUTOSCALER,
        /** It makes pods. */
        WORKLOAD,
        /** Some text in it addresses a Service. */
        CONFIGURATION,
        /** It gives pods an address. */
        SERVICE,
        /** It says how many pods may go. */
        BUDGET,
        /** The pods of a workload. */
        PODS,
        /** A claim, or all those that are made of one template. */
        CLAIM
    }

    /** What leads from one node to another. */
    public enum Relation {
        SCALES("scales"),
        IS_GOVERNED_BY("serviceName"),
        MAKES("makes"),
        SELECTS("selects"),
        COVERS("covers"),
        ADDRESSES("addresses"),
        MOUNTS("mounts");

        private final String text;

        Relation(String text) {
            this.text = text;
        }

        /** A word or two for people. */
        public String text() {
            return text;
        }
    }

    /**
     * Something to draw.
     *
     * @param kind of the object, or what it is, as {@code Pods}
     * @param name of the object, or of all that it stands for, as {@code db-0 … db-2}
     * @param object {@code Kind/namespace/name} of the object that it is, or is made by; empty for one that is missing
     * @param fieldPath what of the object makes it; empty for the object as a whole
     * @param place where the object is written; for a missing one, where it is named
     * @param details what else is to be known of it, a line each
     * @param isMissing whether something names it and nothing is it
     */
    public record Node(
            Role role,
            String kind,
            String name,
            String object,
            String fieldPath,
            Location place,
            List<String> details,
            boolean isMissing) {

        /** The same with every secret in its words masked: some people name things by them. */
        public Node withoutSecrets() {
            List<String> masked = new ArrayList<>(details.size());
            for (String detail : details) {
                masked.add(Mask.secretsIn(detail));
            }
            return new Node(
                    role,
                    kind,
                    Mask.secretsIn(name),
                    object,
                    Mask.secretsIn(fieldPath),
                    place,
                    List.copyOf(masked),
                    isMissing);
        }
    }

    /**
     * What leads from one node to another.
     *
     * @param from the index of a node
     * @param to the index of another
     */
    public record Link(int from, int to, Relation relation) {}
}
