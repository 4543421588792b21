package dev.stslint.rules.api;

import dev.stslint.finding.Fix;
import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.fix.YamlEdits;
import dev.stslint.judge.Judgement;
import dev.stslint.kube.ObjectView;
import dev.stslint.rule.Category;
import dev.stslint.rule.FixAvailability;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.schema.ApiKind;
import dev.stslint.schema.FaultSink;
import dev.stslint.schema.Misfit;
import dev.stslint.schema.Misfit.Found;
import dev.stslint.schema.Place;
import dev.stslint.schema.Schema;
import java.util.Optional;

/** What is plain text to people and a boolean or another number to kubectl, where a text must be (facts: I2). */
public final class AmbiguousScalar implements Rule<ObjectView> {

    private static final RuleMetadata METADATA = RuleMetadata.of("ambiguous-scalar")
            .summary("a text without quotes that kubectl reads as something else")
            .category(Category.YAML)
            .severity(Severity.ERROR)
            .since("0.1")
            .fix(FixAvailability.SOMETIMES)
            .yieldsTo("env-value-not-string")
            .local()
            .defined()
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
        FaultSink sink = new FaultSink() {
            @Override
            public void wrongType(Place place, Misfit misfit) {
                if (misfit.isUnquotedText() && misfit.isReadOtherwise()) {
                    report(place, misfit, context);
                }
            }
        };
        Optional<Judgement> judgement = context.judgement(view);
        Optional<ApiKind> kind = Schema.kindOf(view.object());
        if (judgement.isPresent()) {
            judgement.get().tell(context.kubernetes(), sink);
        } else if (kind.isPresent()) {
            context.faults(view, kind.get()).tell(sink);
        }
    }

    /** Words for yes and no are shown, numbers are not: they could be a secret's. */
    private static void report(Place place, Misfit misfit, RuleContext context) {
        boolean isWord = misfit.found() == Found.BOOLEAN;
        context.report(Problem.at(
                        place,
                        isWord
                                ? "`" + misfit.text() + "` without quotes is a boolean, and `" + place.name()
                                        + "` must be a text"
                                : "`" + place.name()
                                        + "` must be a text, and kubectl reads another number than is written")
                .label(isWord ? "kubectl reads `" + misfit.canonical() + "`" : form(misfit.text()))
                .help("put it in quotes")
                .fix(Fix.safe("put it in quotes", YamlEdits.rewrite(place.value(), "\"" + misfit.text() + "\""))));
    }

    /** What about a number makes it another one, or lets it lose its form. */
    private static String form(String text) {
        String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        if (text.indexOf('_') >= 0) {
            return "the underscores are lost";
        }
        if (digits.length() > 2 && digits.charAt(0) == '0' && Character.isLetter(digits.charAt(1))) {
            return "it is turned into a decimal number";
        }
        if (digits.length() > 1 && digits.charAt(0) == '0' && digits.indexOf('.') < 0) {
            return "with a leading zero it is octal";
        }
        if (digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0) {
            return "the exponent is worked out";
        }
        return digits.indexOf('.') >= 0 ? "zeros at the end are lost" : "the sign is lost";
    }
}
