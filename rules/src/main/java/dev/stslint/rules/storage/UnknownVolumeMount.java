package dev.stslint.rules.storage;

import dev.stslint.finding.Fix;
import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.finding.TextEdit;
import dev.stslint.fix.YamlEdits;
import dev.stslint.kube.ClaimTemplate;
import dev.stslint.kube.Container;
import dev.stslint.kube.Fields;
import dev.stslint.kube.MountableVolumes;
import dev.stslint.kube.NameToken;
import dev.stslint.kube.StatefulSet;
import dev.stslint.kube.VolumeMount;
import dev.stslint.kube.Workload;
import dev.stslint.rule.Category;
import dev.stslint.rule.FixAvailability;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.source.Groups;
import dev.stslint.source.Located;
import dev.stslint.source.NearestNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mount that names no volume. The API server rejects it everywhere but in a StatefulSet before 1.34, whose pod spec it
 * did not look at: there the claims are made, and then no pod ever is (facts: A3).
 */
public final class UnknownVolumeMount implements Rule<Workload> {

    private static final RuleMetadata METADATA = RuleMetadata.of("unknown-volume-mount")
            .summary("a container mounts a volume that its pod does not have")
            .category(Category.STORAGE)
            .severity(Severity.ERROR)
            .since("0.1")
            .fix(FixAvailability.SOMETIMES)
            .local()
            .build();

    /** Of more volumes that nothing mounts, none is the one that was meant. */
    private static final int MOST_PROPOSED = 16;

    /** Where the service account's token is mounted, by a mount that pods are given and manifests must not hold. */
    private static final String SERVICE_ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount";

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public Class<Workload> target() {
        return Workload.class;
    }

    @Override
    public void check(Workload workload, RuleContext context) {
        MountableVolumes volumes = MountableVolumes.of(workload);
        if (!volumes.areComplete()) {
            return;
        }
        for (Map.Entry<String, List<Use>> unknown :
                unknownMounts(workload, volumes).entrySet()) {
            context.report(problem(workload, volumes, unknown.getKey(), unknown.getValue()));
        }
    }

    /** A mount and the container it is in. */
    private record Use(Container container, VolumeMount mount) {}

    /** The mounts of what is not there, by name: one missing volume is one cause, however many containers want it. */
    private static Map<String, List<Use>> unknownMounts(Workload workload, MountableVolumes volumes) {
        Map<String, List<Use>> unknown = new LinkedHashMap<>();
        for (Container container : workload.containers()) {
            for (VolumeMount mount : container.mounts()) {
                String name = mount.name().or("");
                if (!volumes.has(name) && !NameToken.isStandIn(name)) {
                    Groups.add(unknown, name, new Use(container, mount));
                }
            }
        }
        return unknown;
    }

    private static Problem problem(Workload workload, MountableVolumes volumes, String name, List<Use> uses) {
        Use first = uses.get(0);
        String verb = first.mount.isDevice() ? " uses `" : " mounts `";
        Problem problem = Problem.at(
                        first.mount,
                        first.container.title() + verb + name + "`, which " + workload.title() + " does not have")
                .label(label(workload, volumes))
                .note(consequence(workload))
                .basedOn(workload.template().volumeSlot(name));
        if (workload instanceof StatefulSet set) {
            problem = problem.basedOn(set.claimTemplateList());
        }
        for (Use use : uses) {
            problem = problem.explains(use.container, use.container.imageField());
        }
        for (Use other : uses.subList(1, uses.size())) {
            problem = problem.seeAlso(other.mount, other.container.title() + " wants it too");
        }
        return withProposal(problem, workload, volumes, name, uses);
    }

    private static String label(Workload workload, MountableVolumes volumes) {
        if (volumes.names().isEmpty()) {
            return "the pod has no volumes at all";
        }
        return workload instanceof StatefulSet
                ? "no volume and no claim template has this name"
                : "no volume has this name";
    }

    private static String consequence(Workload workload) {
        return workload instanceof StatefulSet
                ? "before Kubernetes 1.34 this is accepted and no pod is ever created; from 1.34 it is rejected"
                : "the API server rejects it";
    }

    private static Problem withProposal(
            Problem problem, Workload workload, MountableVolumes volumes, String name, List<Use> uses) {
        Optional<Fields> stray = volumes.strayDeclaration(name);
        if (stray.isPresent()) {
            return problem.seeAlso(stray.get(), "one is declared here, where nothing reads it")
                    .explains(stray.get())
                    .help("move its declaration to " + home(workload, stray.get()));
        }
        if (uses.get(0).mount.path().or("").equals(SERVICE_ACCOUNT)) {
            return problem.note("a mount of the service account's token is added to every pod at its creation")
                    .help("remove this mount, which was copied from a live pod");
        }
        NearestNames near = NearestNames.of(name, volumes.names());
        List<String> unmounted = volumes.unmounted();
        if (!near.names().isEmpty() || unmounted.size() <= MOST_PROPOSED) {
            for (String meant : near.names().isEmpty() ? unmounted : near.names()) {
                problem = withDeclaration(problem, workload, meant);
            }
        }
        if (!near.names().isEmpty()) {
            return problem.help(near.suggestion()).fix(fix(near, name, uses));
        }
        String declare = workload instanceof StatefulSet ? "a volume or a claim template" : "a volume";
        return problem.help(
                unmounted.size() == 1
                        ? "mount `" + unmounted.get(0) + "`, which nothing mounts, or declare " + declare + " `" + name
                                + "`"
                        : "declare " + declare + " `" + name + "`");
    }

    /** Shows where a volume that may have been meant is declared; a claim template has the same cause for being unused. */
    private static Problem withDeclaration(Problem problem, Workload workload, String meant) {
        Optional<ClaimTemplate> claimTemplate =
                workload instanceof StatefulSet set ? set.claimTemplate(meant) : Optional.empty();
        Optional<? extends Located> declaration =
                claimTemplate.isPresent() ? claimTemplate : workload.template().volume(meant);
        return declaration.isPresent()
                ? problem.seeAlso(declaration.get(), "`" + meant + "` is declared here")
                        .explains(declaration.get())
                : problem;
    }

    private static String home(Workload workload, Fields stray) {
        boolean isClaim = stray.object("metadata").isPresent();
        if (isClaim && !(workload instanceof StatefulSet)) {
            return "a StatefulSet: a " + workload.object().kind() + " has no claim templates";
        }
        return isClaim
                ? "`spec.volumeClaimTemplates`"
                : "`" + workload.template().spec().fieldPath() + ".volumes`";
    }

    /**
     * A rename, when one name alone is near and it is a slip. A container that mounts that volume already speaks for a
     * volume that was forgotten. A name that is anchored may be meant elsewhere.
     */
    private static Optional<Fix> fix(NearestNames near, String name, List<Use> uses) {
        String meant = near.names().get(0);
        if (near.names().size() != 1 || !isSlip(name, meant)) {
            return Optional.empty();
        }
        TextEdit[] edits = new TextEdit[uses.size()];
        for (int i = 0; i < edits.length; i++) {
            if (!uses.get(i).container.mountsOf(meant).isEmpty()
                    || YamlEdits.hasProperties(uses.get(i).mount.name())) {
                return Optional.empty();
            }
            edits[i] = YamlEdits.replace(uses.get(i).mount.name(), meant);
        }
        return Optional.of(Fix.safe("mount `" + meant + "`", edits));
    }

    /** Whether a name is surely another one misspelt: not too short, no other number, not the half of it. */
    private static boolean isSlip(String name, String meant) {
        boolean isHalf = meant.startsWith(name) && meant.length() > name.length() + name.length() / 3;
        return name.length() > 2 && !isHalf && !withoutDigits(name).equals(withoutDigits(meant));
    }

    private static String withoutDigits(String name) {
        StringBuilder text = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                text.append(name.charAt(i));
            }
        }
        return text.toString();
    }
}
