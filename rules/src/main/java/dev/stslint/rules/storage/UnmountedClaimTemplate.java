package dev.stslint.rules.storage;

import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.kube.ClaimTemplate;
import dev.stslint.kube.Container;
import dev.stslint.kube.MountableVolumes;
import dev.stslint.kube.StatefulSet;
import dev.stslint.kube.Volume;
import dev.stslint.rule.Category;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import java.util.Optional;

/**
 * The controller makes a claim for each pod whether or not anything mounts it, the provisioner a disk, and the kubelet
 * leaves it aside (facts: A3).
 */
public final class UnmountedClaimTemplate implements Rule<StatefulSet> {

    private static final RuleMetadata METADATA = RuleMetadata.of("unmounted-claim-template")
            .summary("no container mounts a claim template")
            .category(Category.STORAGE)
            .severity(Severity.WARNING)
            .since("0.1")
            .yieldsTo("unknown-volume-mount")
            .local()
            .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public Class<StatefulSet> target() {
        return StatefulSet.class;
    }

    @Override
    public void check(StatefulSet set, RuleContext context) {
        MountableVolumes volumes = MountableVolumes.of(set);
        if (volumes.areMountsComplete()) {
            for (String name : volumes.unmounted()) {
                Optional<ClaimTemplate> claimTemplate = set.claimTemplate(name);
                if (claimTemplate.isPresent()) {
                    check(set, claimTemplate.get(), name, context);
                }
            }
        }
    }

    private static void check(StatefulSet set, ClaimTemplate claimTemplate, String name, RuleContext context) {
        String claim = name + "-" + set.name() + "-";
        Problem problem = Problem.at(
                        claimTemplate, "no container mounts claim template `" + name + "` of " + set.title())
                .label("every pod gets a disk that it never uses")
                .note("the controller makes a claim for each pod all the same, `" + claim + set.firstOrdinal()
                        + "` first")
                .help("mount `" + name + "` where the data is kept, or remove the claim template")
                .basedOn(set.template().mountSlots(name));
        for (Container container : set.template().runningContainers()) {
            problem = problem.explains(container, container.imageField());
        }
        for (Volume volume : set.template().volumes()) {
            String wanted = volume.claimName().or("");
            if (wanted.startsWith(claim)) {
                return;
            }
            if (wanted.equals(name)) {
                problem = problem.seeAlso(volume.claimName(), "this is another claim, of exactly that name")
                        .help("mount `" + name + "` itself; the controller makes a volume of each claim template");
            }
        }
        context.report(problem);
    }
}
