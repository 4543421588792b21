package dev.stslint.rules.storage;

import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.kube.ClaimTemplate;
import dev.stslint.kube.StatefulSet;
import dev.stslint.kube.Volume;
import dev.stslint.rule.Category;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import java.util.Optional;

/**
 * Of a volume and a claim template with one name the claim template wins, silently (facts: A3). Where the volume says
 * nothing of its own, as one without a source or one that only repeats the claim template's name, nothing is lost: many
 * sets are written so.
 */
public final class ShadowedVolume implements Rule<StatefulSet> {

    private static final RuleMetadata METADATA = RuleMetadata.of("shadowed-volume")
            .summary("a claim template replaces a volume of the same name")
            .category(Category.STORAGE)
            .severity(Severity.INFO)
            .since("0.1")
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
        for (Volume volume : set.template().volumes()) {
            String name = volume.name().or("");
            boolean repeats = volume.claimName().is(name);
            Optional<ClaimTemplate> claimTemplate = set.claimTemplate(name);
            if (claimTemplate.isPresent() && volume.source().isPresent() && !repeats) {
                report(set, volume, claimTemplate.get(), context);
            }
        }
    }

    private static void report(StatefulSet set, Volume volume, ClaimTemplate claimTemplate, RuleContext context) {
        String name = volume.name().or("");
        String source = volume.claimName().isPresent()
                ? "claim `" + volume.claimName().or("") + "`"
                : "`" + volume.source().orElse("") + "`";
        context.report(
                Problem.at(volume, "claim template `" + name + "` replaces volume `" + name + "` of " + set.title())
                        .label("the " + source + " that is written here is never used")
                        .related(claimTemplate, "the claim template of the same name")
                        .basedOn(set.claimTemplateList())
                        .help("remove the volume, or give it a name of its own"));
    }
}
