package dev.stslint.manifest;

import dev.stslint.kube.ConfigMap;
import dev.stslint.kube.Container;
import dev.stslint.kube.EnvSource;
import dev.stslint.kube.ObjectView;
import dev.stslint.kube.Secret;
import dev.stslint.kube.Service;
import dev.stslint.kube.Workload;
import dev.stslint.manifest.Scope.Candidate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Questions about where environment variables come from, other than a container's own list. */
public final class VariableDirectory {

    private final ManifestSet manifests;
    private final Map<String, Members> servicesByPrefix = new HashMap<>();
    private final Map<String, Members> secretsByKey = new HashMap<>();

    VariableDirectory(ManifestSet manifests) {
        this.manifests = manifests;
        for (Member member : manifests.ofType(Service.class).all()) {
            Members.file(servicesByPrefix, ((Service) member.view()).variablePrefix(), member);
        }
        for (Member member : manifests.ofType(Secret.class).all()) {
            for (String key : ((Secret) member.view()).keys()) {
                Members.file(secretsByKey, Secret.loose(key), member);
            }
        }
    }

    /**
     * The ConfigMap or Secret that a container's {@code envFrom} takes a variable from. Unknown when one of those that it
     * names is not in the input, since nobody knows its keys then.
     */
    public Lookup<ObjectView> imported(Workload workload, Container container, String variable) {
        String unknown = "";
        Optional<ObjectView> found = Optional.empty();
        for (EnvSource source : container.importedVariables()) {
            Optional<String> key = source.keyOf(variable);
            if (key.isEmpty()) {
                continue;
            }
            Optional<ObjectView> object = manifests
                    .find(workload, source.kind(), source.name().or(""))
                    .found();
            if (object.isEmpty()) {
                unknown = "the keys of " + source.kind() + " `" + source.name().or("") + "` are not in the input";
            } else if (holds(object.get(), key.get())) {
                found = object;
            }
        }
        if (found.isPresent()) {
            return new Lookup.Found<>(found.get());
        }
        return unknown.isEmpty() ? new Lookup.Missing<>(List.of()) : new Lookup.Unknown<>(unknown);
    }

    /**
     * The Service that the kubelet gives a workload's pods a variable for. Unknown for a name that only such variables
     * have, since a Service may exist that is not in the input.
     */
    public Lookup<Service> given(Workload workload, String variable) {
        if (variable.startsWith("KUBERNETES_SERVICE_") || variable.startsWith("KUBERNETES_PORT")) {
            return new Lookup.Unknown<>("every pod has the variables of the API server");
        }
        if (!workload.template().serviceLinks().or(true)) {
            return new Lookup.Missing<>(List.of());
        }
        for (int end = variable.indexOf('_') + 1; end > 0; end = variable.indexOf('_', end) + 1) {
            for (Candidate candidate : inScope(workload, servicesByPrefix.get(variable.substring(0, end)))) {
                Service service = (Service) candidate.member().view();
                if (service.gives(variable)) {
                    return new Lookup.Found<>(service);
                }
            }
        }
        return variable.endsWith("_SERVICE_HOST") || variable.contains("_SERVICE_PORT")
                ? new Lookup.Unknown<>("a Service that is not in the input may give it")
                : new Lookup.Missing<>(List.of());
    }

    /** The Secrets in scope that hold a key of that name, the nearest only; dashes and underscores are the same. */
    public List<Secret> secretsHolding(Workload workload, String key) {
        List<Candidate> exact = new ArrayList<>(1);
        List<Candidate> similar = new ArrayList<>(1);
        for (Candidate candidate : inScope(workload, secretsByKey.get(Secret.loose(key)))) {
            Secret secret = (Secret) candidate.member().view();
            if (secret.holds(key)) {
                exact.add(candidate);
            } else if (secret.keyLike(key).isPresent()) {
                similar.add(candidate);
            }
        }
        Set<Secret> secrets = new LinkedHashSet<>();
        for (Candidate candidate : Scope.nearest(exact.isEmpty() ? similar : exact)) {
            secrets.add((Secret) candidate.member().view());
        }
        return List.copyOf(secrets);
    }

    private List<Candidate> inScope(Workload workload, @Nullable Members members) {
        if (members == null) {
            return List.of();
        }
        List<Candidate> seen = new ArrayList<>();
        for (Scope scope : manifests.scopesOf(workload)) {
            for (Candidate candidate : members.seenFrom(scope)) {
                if (scope.sharesNamespace(candidate.placement())) {
                    seen.add(candidate);
                }
            }
        }
        return seen;
    }

    private static boolean holds(ObjectView object, String key) {
        return object instanceof ConfigMap map ? map.holds(key) : object instanceof Secret secret && secret.holds(key);
    }
}
