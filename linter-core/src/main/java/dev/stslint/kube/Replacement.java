package dev.stslint.kube;

import java.util.ArrayList;
import java.util.List;

/** An entry of {@code replacements}: a value that is copied from a field of one object to fields of others. */
public record Replacement(Fields fields) {

    /** What is copied where nothing is said (sigs.k8s.io/kustomize/api/types). */
    private static final String NAME = "metadata.name";

    /** Whether it stands in a file of its own. */
    public boolean isInFile() {
        return fields.has("path") && !fields.text("path").is("");
    }

    /** What says which object the value comes from; absent where the value itself is written. */
    public Fields source() {
        return fields.object("source");
    }

    /** The field that the value comes from; absent where that is the object's name. */
    public Field<String> sourceField() {
        return source().text("fieldPath");
    }

    public List<Target> targets() {
        List<Target> targets = new ArrayList<>(1);
        for (Fields each : fields.objects("targets")) {
            targets.add(new Target(each));
        }
        return targets;
    }

    /** Fields of some objects. */
    public record Target(Fields fields) {

        /** What says which objects. */
        public Fields select() {
            return fields.object("select");
        }

        /** Whether {@link #select} alone says which objects, and each field has to be there. */
        public boolean isExact() {
            return !fields.has("reject")
                    && !fields.object("options").has("create")
                    && !select().has("labelSelector")
                    && !select().has("annotationSelector");
        }

        /** The ways to the fields, as they are written. */
        public List<Field<String>> fieldPaths() {
            return fields.texts("fieldPaths");
        }

        /** The same as paths of fields: the name where none is written. */
        public List<String> touched() {
            List<String> touched = new ArrayList<>(1);
            for (Field<String> path : fieldPaths()) {
                touched.add(ReplacementPath.of(path.or("")).fieldPath());
            }
            return touched.isEmpty() ? List.of(NAME) : touched;
        }
    }
}
