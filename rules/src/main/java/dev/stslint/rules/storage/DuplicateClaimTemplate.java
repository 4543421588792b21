package dev.stslint.rules.storage;

import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.kube.ClaimTemplate;
import dev.stslint.kube.NameToken;
import dev.stslint.kube.StatefulSet;
import dev.stslint.rule.Category;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import java.util.HashMap;
import java.util.Map;

/** Claim templates are kept by name: of two, the first is dropped, and nobody says so (facts: A3). */
public final class DuplicateClaimTemplate implements Rule<StatefulSet> {

    private static final RuleMetadata METADATA = RuleMetadata.of("duplicate-claim-template")
            .summary("two claim templates of a StatefulSet have one name")
            .category(Category.STORAGE)
            .severity(Severity.ERROR)
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
        Map<String, ClaimTemplate> byName = new HashMap<>();
        for (ClaimTemplate claimTemplate : set.claimTemplates()) {
            String name = claimTemplate.name().or("");
            ClaimTemplate dropped = NameToken.isStandIn(name) ? null : byName.put(name, claimTemplate);
            if (dropped != null) {
                context.report(Problem.at(claimTemplate, set.title() + " has two claim templates `" + name + "`")
                        .label("the last one counts")
                        .related(dropped, "this one is dropped without a word")
                        .help("give each its own name and mount both, or remove one")
                        .basedOn(set.claimTemplateList()));
            }
        }
    }
}
