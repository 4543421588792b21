package dev.stslint.schema;

import dev.stslint.finding.VersionRange;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.source.NearestNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the API server knows of kinds, and the walk over an object of one of them. */
public final class Schema {

    /** A kind that is there in one version. */
    private static final String ANY_KIND = "ConfigMap";

    private Schema() {}

    /** The kind of an object, served or removed; empty for kinds that are not Kubernetes' own. */
    public static Optional<ApiKind> kindOf(KubernetesObject object) {
        return kind(object.kind(), object.apiVersion());
    }

    /** The kind of a name in a version of a group. */
    public static Optional<ApiKind> kind(String name, String apiVersion) {
        for (ApiKind kind : ApiTable.shipped().kindsCalled(name)) {
            if (kind.apiVersion().equals(apiVersion)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Tells {@code sink} what of an object does not fit its kind in the target releases. */
    public static void check(KubernetesObject object, ApiKind kind, VersionRange targets, FaultSink sink) {
        if (kind.hasFields() && !object.isEncrypted()) {
            new ObjectWalk(object, kind, targets, sink).walk(ApiTable.shipped().type(kind.type()));
        }
    }

    /** What of an object does not fit its kind in the target releases, for several who ask. */
    public static SchemaFaults faults(KubernetesObject object, ApiKind kind, VersionRange targets) {
        SchemaFaults.Recording recording = new SchemaFaults.Recording();
        check(object, kind, targets, recording);
        return SchemaFaults.of(recording.faults());
    }

    /** Tells {@code sink} what does not fit in the metadata of an object of any kind. */
    public static void checkMetadata(KubernetesObject object, VersionRange targets, FaultSink sink) {
        for (ApiKind kind : ApiTable.shipped().kindsCalled(ANY_KIND)) {
            if (kind.hasFields() && !object.isEncrypted()) {
                new ObjectWalk(object, kind, targets, sink)
                        .walkMetadata(ApiTable.shipped().type(kind.type()));
            }
        }
    }

    /**
     * The versions that serve a kind of that name, for an object that asks for another of Kubernetes' own groups or for a
     * group that can be nobody's; empty when the object may well be of a custom kind.
     */
    public static List<String> versionsServing(KubernetesObject object, VersionRange targets) {
        List<String> versions = new ArrayList<>(1);
        for (ApiKind kind :
                isForeign(object) ? List.<ApiKind>of() : ApiTable.shipped().kindsCalled(object.kind())) {
            if (isServed(kind, targets)) {
                versions.add(kind.apiVersion());
            }
        }
        return versions;
    }

    /**
     * The one kind of another of Kubernetes' own groups that an object's kind is but for upper and lower case; empty when there
     * are several, and when the object may well be of a custom kind.
     */
    public static Optional<ApiKind> kindInOtherCase(KubernetesObject object, VersionRange targets) {
        List<ApiKind> kinds = new ArrayList<>(1);
        for (ApiKind kind :
                isForeign(object) ? List.<ApiKind>of() : ApiTable.shipped().allKinds()) {
            if (kind.kind().equalsIgnoreCase(object.kind()) && isServed(kind, targets)) {
                kinds.add(kind);
            }
        }
        return kinds.size() == 1 ? Optional.of(kinds.get(0)) : Optional.empty();
    }

    private static boolean isForeign(KubernetesObject object) {
        return object.group().indexOf('.') >= 0 && !ApiTable.shipped().hasGroup(object.group());
    }

    private static boolean isServed(ApiKind kind, VersionRange targets) {
        return kind.hasFields() && kind.lifetime().covers(targets) && kind.removed() == 0;
    }

    /**
     * The kinds in an object's group and version that its kind is nearly written like; none outside Kubernetes' own groups.
     * Kinds that only start alike are others: the {@code Config} of kubectl is no {@code ConfigMap}.
     */
    public static List<String> kindsLike(KubernetesObject object) {
        Set<String> names = new TreeSet<>();
        for (ApiKind kind : ApiTable.shipped().kindsIn(object.group(), object.apiVersion())) {
            int longer = kind.kind().length() - object.kind().length();
            if (kind.hasFields() && Math.abs(longer) < 3) {
                names.add(kind.kind());
            }
        }
        return names.isEmpty()
                ? List.of()
                : NearestNames.of(object.kind(), names).names();
    }
}
