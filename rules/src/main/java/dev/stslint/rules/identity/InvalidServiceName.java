package dev.stslint.rules.identity;

import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.finding.VersionRange;
import dev.stslint.kube.NameToken;
import dev.stslint.kube.StatefulSet;
import dev.stslint.rule.Category;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;

/**
 * {@code serviceName} becomes the pods' subdomain, which must be a DNS-1123 label; the API server checks it from 1.33,
 * before that every pod fails. A Service's own name must start with a letter up to 1.35 (facts: A4).
 */
public final class InvalidServiceName implements Rule<StatefulSet> {

    private static final int LAST_WITHOUT_LEADING_DIGITS = 35;

    private static final RuleMetadata METADATA = RuleMetadata.of("invalid-service-name")
            .summary("`serviceName` is not a name that a Service can have")
            .category(Category.IDENTITY)
            .severity(Severity.ERROR)
            .tiers(Severity.INFO)
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
        String name = set.serviceName().or("");
        if (name.isEmpty() || NameToken.isStandIn(name)) {
            return;
        }
        if (!NameToken.isDnsLabel(name)) {
            context.report(Problem.at(set.serviceName(), "`serviceName` `" + name + "` is no DNS label")
                    .label(reason(name))
                    .note("from Kubernetes 1.33 the API server rejects it; before, it accepts it and every pod fails")
                    .help("use the name of a Service in the same namespace, without domain"));
        } else if (Character.isDigit(name.charAt(0))) {
            context.report(Problem.at(set.serviceName(), "`serviceName` `" + name + "` can name no Service")
                    .label("a Service's name starts with a letter up to Kubernetes 1.35")
                    .help("rename the Service so that it starts with a letter")
                    .holdsIn(VersionRange.upTo(LAST_WITHOUT_LEADING_DIGITS)));
        }
    }

    private static String reason(String name) {
        if (name.length() > 63) {
            return "it has " + name.length() + " characters, at most 63 are allowed";
        }
        if (name.indexOf('.') >= 0) {
            return "no dots: it is a name, not a host name";
        }
        return "only lower-case letters, digits and inner dashes are allowed";
    }
}
