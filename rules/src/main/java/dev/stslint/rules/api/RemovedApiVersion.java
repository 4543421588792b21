package dev.stslint.rules.api;

import dev.stslint.finding.Fix;
import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.finding.VersionRange;
import dev.stslint.fix.YamlEdits;
import dev.stslint.kube.Field;
import dev.stslint.kube.ObjectView;
import dev.stslint.rule.Category;
import dev.stslint.rule.FixAvailability;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.schema.ApiKind;
import dev.stslint.schema.Schema;
import java.util.Optional;

/** Versions of kinds that the newest target release does not serve any more, and those that are to go (facts: J). */
public final class RemovedApiVersion implements Rule<ObjectView> {

    private static final RuleMetadata METADATA = RuleMetadata.of("removed-api-version")
            .summary("an API version that Kubernetes does not serve any more, or soon will not")
            .category(Category.API)
            .severity(Severity.ERROR)
            .tiers(Severity.WARNING, Severity.INFO)
            .since("0.1")
            .fix(FixAvailability.SOMETIMES)
            .local()
            .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public Class<ObjectView> target() {
        return ObjectView.class;
    }

    @Override
    public void check(ObjectView view, RuleContext context) {
        Optional<ApiKind> found = Schema.kindOf(view.object());
        if (found.isEmpty() || found.get().removed() == 0) {
            return;
        }
        ApiKind kind = found.get();
        Field<String> written = view.object().fields().text("apiVersion");
        if (kind.removed() <= context.kubernetes().newest().minor()) {
            context.report(withReplacement(
                    view,
                    kind,
                    Problem.at(
                                    written,
                                    "`" + kind.kind() + "` of `" + kind.apiVersion() + "` is gone since Kubernetes 1."
                                            + kind.removed())
                            .label("the API server does not know it: nothing is applied"),
                    context));
        } else if (kind.deprecated() > 0
                && kind.deprecated() <= context.kubernetes().newest().minor()) {
            context.report(withReplacement(
                    view,
                    kind,
                    Problem.at(
                                    written,
                                    "`" + kind.kind() + "` of `" + kind.apiVersion() + "` goes away in Kubernetes 1."
                                            + kind.removed())
                            .label("deprecated since 1." + kind.deprecated())
                            .severity(Severity.WARNING)
                            .holdsIn(VersionRange.since(kind.deprecated())),
                    context));
        }
    }

    private static Problem withReplacement(ObjectView view, ApiKind kind, Problem problem, RuleContext context) {
        if (kind.replacement().isEmpty()) {
            return problem.note("nothing takes its place");
        }
        String right = kind.replacement().get();
        Optional<ApiKind> replacement = Schema.kind(kind.kind(), right);
        if (replacement.isEmpty()) {
            return problem.help("use `" + right + "`");
        }
        if (replacement.get().lifetime().gap(context.kubernetes()).isPresent()) {
            return problem.help("use `" + right + "`, which is served "
                    + replacement.get().lifetime().words());
        }
        Counting faults = new Counting();
        Schema.check(view.object(), replacement.get(), context.kubernetes(), faults);
        if (faults.count() > 0) {
            return problem.help("use `" + right + "`").note("not all fields are the same there: " + faults.first());
        }
        Field<String> written = view.object().fields().text("apiVersion");
        Problem helped = problem.help("write `apiVersion: " + right + "`: the fields stay as they are");
        return written.isPresent() && hasSameMeaning(view)
                ? helped.fix(Fix.safe("write `" + right + "`", YamlEdits.replace(written, right)))
                : helped;
    }

    /** An empty selector of a budget meant no pods in {@code policy/v1beta1} and means all of them now (facts: C1). */
    private static boolean hasSameMeaning(ObjectView view) {
        return !view.object().kind().equals("PodDisruptionBudget")
                || !view.object().spec().object("selector").isEmpty();
    }
}
