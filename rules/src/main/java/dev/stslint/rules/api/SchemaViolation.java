package dev.stslint.rules.api;

import dev.stslint.finding.Fix;
import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.finding.TextEdit;
import dev.stslint.finding.VersionRange;
import dev.stslint.fix.YamlEdits;
import dev.stslint.judge.CustomKind;
import dev.stslint.judge.Judgement;
import dev.stslint.kube.CustomResourceDefinition;
import dev.stslint.kube.Field;
import dev.stslint.kube.ObjectView;
import dev.stslint.kube.StatefulSet;
import dev.stslint.kube.Workload;
import dev.stslint.rule.Category;
import dev.stslint.rule.FixAvailability;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.schema.ApiKind;
import dev.stslint.schema.FaultSink;
import dev.stslint.schema.Format;
import dev.stslint.schema.Lifetime;
import dev.stslint.schema.Limit;
import dev.stslint.schema.Misfit;
import dev.stslint.schema.Misfit.Found;
import dev.stslint.schema.Place;
import dev.stslint.schema.Schema;
import dev.stslint.secret.Mask;
import dev.stslint.secret.SensitiveName;
import dev.stslint.source.Ascii;
import dev.stslint.source.NearestNames;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Fields, types and values as the API server of the target releases takes them, for Kubernetes' own kinds (facts: I3) and
 * for custom ones whose definition is in the run. No text of a field that may hold anything is ever shown: it could be a
 * secret.
 */
public final class SchemaViolation implements Rule<ObjectView> {

    private static final RuleMetadata METADATA = RuleMetadata.of("schema-violation")
            .summary("a field, type or value that the API server does not take")
            .category(Category.API)
            .severity(Severity.ERROR)
            .tiers(Severity.INFO)
            .since("0.1")
            .fix(FixAvailability.SOMETIMES)
            .yieldsTo("ambiguous-scalar", "env-value-not-string")
            .local()
            .defined()
            .build();

    private static final int LARGEST_MODE = 511;
    private static final int LONGEST_PATH = 50;
    private static final int LONGEST_VALUE = 30;

    /** From here on the pod templates of StatefulSets are validated (facts: A3). */
    private static final int FIRST_WITH_CHECKED_TEMPLATES = 34;

    private static final Set<String> IDENTITY = Set.of("apiVersion", "kind", "metadata");

    private static final String REJECTED = "the API server rejects the object";

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
        Optional<Judgement> judgement = context.judgement(view);
        if (judgement.isPresent()) {
            judgement
                    .get()
                    .tell(
                            context.kubernetes(),
                            new Reporting(view, judgement.get().kind().plural(), context));
            return;
        }
        Optional<ApiKind> kind = Schema.kindOf(view.object());
        if (kind.isEmpty()) {
            reportKind(view, context);
        } else if (kind.get().hasFields()) {
            Reporting reporting = new Reporting(view, kind.get().plural(), context);
            reportLifetime(view, kind.get(), context);
            context.faults(view, kind.get()).tell(reporting);
            if (view instanceof CustomResourceDefinition definition) {
                CustomKind.check(definition, reporting);
            }
        }
    }

    /** A kind that is not Kubernetes' own is somebody else's, unless it only looks like one. */
    private static void reportKind(ObjectView view, RuleContext context) {
        String kind = view.object().kind();
        String apiVersion = view.object().apiVersion();
        List<String> versions = Schema.versionsServing(view.object(), context.kubernetes());
        if (!versions.isEmpty()) {
            Field<String> written = view.object().fields().text("apiVersion");
            String right = versions.get(versions.size() - 1);
            Problem problem = Problem.at(
                            written, "`" + shortened(apiVersion) + "` has no kind `" + shortened(kind) + "`")
                    .label("kubectl finds no such kind")
                    .help("write `apiVersion: " + right + "`");
            context.report(
                    versions.size() == 1 && written.isPresent()
                            ? problem.fix(Fix.safe("write `" + right + "`", YamlEdits.replace(written, right)))
                            : problem);
            return;
        }
        List<String> near = Schema.kindsLike(view.object());
        if (near.size() == 1) {
            Field<String> written = view.object().fields().text("kind");
            String right = near.get(0);
            context.report(Problem.at(written, "`" + apiVersion + "` has no kind `" + shortened(kind) + "`")
                    .label("kubectl finds no such kind; upper and lower case differ")
                    .help("write `kind: " + right + "`")
                    .fix(Fix.safe("write `" + right + "`", YamlEdits.replace(written, right))));
            return;
        }
        Optional<ApiKind> meant =
                near.isEmpty() ? Schema.kindInOtherCase(view.object(), context.kubernetes()) : Optional.empty();
        if (meant.isPresent()) {
            reportCase(view, meant.get(), context);
        }
    }

    /** Neither the group nor the case is right. */
    private static void reportCase(ObjectView view, ApiKind meant, RuleContext context) {
        Field<String> kind = view.object().fields().text("kind");
        Field<String> apiVersion = view.object().fields().text("apiVersion");
        Problem problem = Problem.at(
                        kind,
                        "`" + shortened(view.object().apiVersion()) + "` has no kind `"
                                + shortened(view.object().kind()) + "`")
                .label("kubectl finds no such kind; upper and lower case differ")
                .help("write `apiVersion: " + meant.apiVersion() + "` and `kind: " + meant.kind() + "`");
        context.report(
                kind.isPresent() && apiVersion.isPresent()
                        ? problem.fix(Fix.safe(
                                "write `" + meant.apiVersion() + "` and `" + meant.kind() + "`",
                                YamlEdits.replace(apiVersion, meant.apiVersion()),
                                YamlEdits.replace(kind, meant.kind())))
                        : problem);
    }

    private static void reportLifetime(ObjectView view, ApiKind kind, RuleContext context) {
        Optional<VersionRange> gap = kind.removed() == 0 ? kind.lifetime().gap(context.kubernetes()) : Optional.empty();
        if (gap.isPresent()) {
            String title = "`" + kind.kind() + "` of `" + kind.apiVersion() + "`";
            context.report(Problem.at(
                            view.object().fields().text("apiVersion"),
                            title + " is served " + kind.lifetime().words())
                    .label("other API servers do not know it")
                    .holdsIn(gap.get()));
        }
    }

    /** A value or a name without what shows by its looks that it is a secret: a part of it would no longer show that. */
    private static String shown(String text) {
        return shortened(Mask.secretsIn(text));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 1) + "…";
    }

    /** Makes problems of the faults of one object. */
    private static final class Reporting implements FaultSink {

        private final ObjectView view;
        private final String plural;
        private final RuleContext context;

        /** @param plural what {@code kubectl explain} calls the kind */
        Reporting(ObjectView view, String plural, RuleContext context) {
            this.view = view;
            this.plural = plural;
            this.context = context;
        }

        @Override
        public void unknownField(Place place, NearestNames near, Optional<String> home) {
            if (SensitiveName.matches(place.name()) || isAnySensitive(near.names())) {
                context.conceal(place.value().origin()); // a misspelt `pasword` holds the same
            }
            Problem problem = Problem.at(place.key(), "unknown field " + quoted(place.name()) + " in " + holder(place))
                    .label("kubectl rejects it; clients like Helm drop it without a word");
            boolean isTypo = near.names().size() == 1
                    && (home.isEmpty() || near.names().get(0).equalsIgnoreCase(place.name()));
            if (isTypo) {
                String right = near.names().get(0);
                problem = problem.help(near.suggestion());
                if (!place.owner().has(right)) {
                    problem = problem.fix(Fix.safe(
                            "rename it to `" + right + "`",
                            new TextEdit(place.key().location(), right)));
                }
            } else if (home.isPresent()) {
                problem = problem.help(
                        home.get().isEmpty()
                                ? "move it to the top level, where it belongs"
                                : "it belongs under `" + home.get() + "`: move it there");
            } else if (!near.names().isEmpty()) {
                problem = problem.help(near.suggestion());
            } else {
                problem = problem.help("take it out; `kubectl explain " + explained(place) + "` lists what there is");
            }
            context.report(problem);
        }

        @Override
        public void fieldOfOtherReleases(Place place, Lifetime lifetime) {
            lifetime.gap(context.kubernetes())
                    .ifPresent(gap ->
                            context.report(Problem.at(place.key(), quoted(path(place)) + " exists " + lifetime.words())
                                    .label("other API servers do not know it")
                                    .help("leave it out until all clusters have it")
                                    .holdsIn(gap)));
        }

        @Override
        public void wrongType(Place place, Misfit misfit) {
            Problem problem = Problem.at(
                            place,
                            quoted(subject(place)) + " must be " + misfit.wanted() + ", not "
                                    + misfit.found().title())
                    .label(REJECTED);
            if (misfit.isUnquotedText()) {
                problem = problem.help("put it in quotes")
                        .fix(rewriting("put it in quotes", place, "\"" + misfit.text() + "\""));
            } else if (isQuotedValue(misfit)) {
                problem = problem.help("drop the quotes").fix(rewriting("drop the quotes", place, misfit.text()));
            } else if (misfit.wanted().equals("a list") && misfit.found() != Found.MAPPING) {
                problem = problem.help("write each item on a line of its own, behind a dash");
            } else if (misfit.wanted().equals("a list")) {
                problem = problem.help("put a dash before the item");
            } else if (misfit.found() == Found.LIST) {
                problem = problem.help("write the value alone, without a dash or brackets");
            }
            context.report(problem);
        }

        private static boolean isQuotedValue(Misfit misfit) {
            if (misfit.found() != Found.TEXT || misfit.isPlain()) {
                return false;
            }
            return switch (misfit.type()) {
                case INT32, INT64, NUMBER -> isNumber(misfit.text());
                case BOOLEAN -> misfit.text().equals("true") || misfit.text().equals("false");
                default -> false;
            };
        }

        @Override
        public void missingField(Place place) {
            if (isPart()) {
                return;
            }
            context.report(onTemplate(
                    place,
                    Problem.at(place, quoted(place.name()) + " is missing in " + holder(place))
                            .label("the API server asks for it")
                            .help("add it; `kubectl explain " + explained(place) + "` tells what it takes")));
        }

        @Override
        public void valueNotTaken(Place place, String text, List<String> taken, Optional<Lifetime> lifetime) {
            String value = quoted(shown(text));
            if (lifetime.isPresent()) {
                lifetime.get()
                        .gap(context.kubernetes())
                        .ifPresent(gap -> context.report(Problem.at(
                                        place,
                                        quoted(place.name()) + " takes " + value + " only "
                                                + lifetime.get().words())
                                .label("other API servers reject it")
                                .help("write " + alternatives(taken))
                                .holdsIn(gap)));
                return;
            }
            NearestNames near = NearestNames.of(text, taken);
            Problem problem = Problem.at(place, value + " is no value of " + quoted(place.name()))
                    .label(REJECTED)
                    .help("write " + alternatives(taken));
            if (near.names().size() == 1) {
                String right = near.names().get(0);
                problem = problem.help(near.suggestion())
                        .fix(rewriting("write `" + right + "`", place, YamlEdits.scalar(right)));
            }
            context.report(onTemplate(place, problem));
        }

        @Override
        public void outOfRange(Place place, String number, long least, long most) {
            String bounds = most == Long.MAX_VALUE ? "at least " + least : "from " + least + " to " + most;
            boolean isMode = most == LARGEST_MODE
                    && (place.name().equals("defaultMode") || place.name().equals("mode"));
            Problem problem = Problem.at(
                            place, quoted(path(place)) + " must be " + bounds + ", not " + shortened(number))
                    .label(isMode ? "a mode is octal, and 511 is 0777" : REJECTED);
            context.report(
                    onTemplate(place, isMode ? problem.help("write it with a leading zero, as in `0644`") : problem));
        }

        @Override
        public void malformed(Place place, Format format, boolean isKey, String reason) {
            if (isKey) {
                context.report(Problem.at(place.key(), quoted(shown(place.name())) + " is no " + keyTitle(format))
                        .label(reason));
                return;
            }
            Problem problem = Problem.at(place, subject(place, format) + " is no " + format.title())
                    .label(reason);
            String text = place.value().or("");
            if (format == Format.PORT && isNumber(text)) {
                problem = Problem.at(place, "port " + quoted(text) + " is a text, not a number")
                        .label("it counts as a name then, and " + reason)
                        .help("drop the quotes")
                        .fix(rewriting("drop the quotes", place, text));
            } else if (format == Format.CLUSTER_IP && text.equalsIgnoreCase("None")) {
                problem = problem.help("write `None`").fix(rewriting("write `None`", place, "None"));
            } else if (format == Format.BASE64) {
                problem = problem.label("the API server cannot decode it and rejects the object")
                        .help("encode it, or write it as it is under `stringData`");
            } else if (format == Format.LABELS) {
                problem = problem.help("put what is free text into an annotation");
            }
            context.report(format == Format.BASE64 || format == Format.QUANTITY ? problem : onTemplate(place, problem));
        }

        private static String keyTitle(Format format) {
            return format == Format.LABELS ? "label key" : format.title();
        }

        /** What is malformed, shown where it cannot be a secret. */
        private static String subject(Place place, Format format) {
            String text = place.value().or("");
            return switch (format) {
                case BASE64 -> "the value of " + quoted(shown(place.name()));
                case LABELS -> "the value of label " + quoted(shown(place.name()));
                default -> quoted(shown(text));
            };
        }

        @Override
        public void twin(Place place, Place earlier, List<String> keys) {
            context.report(onTemplate(
                    place,
                    Problem.at(
                                    place,
                                    "two items of " + quoted(place.name()) + " have the same " + joined(keys, " and "))
                            .label(REJECTED)
                            .related(earlier, "the first one")
                            .help("give one of them another, or take it out")));
        }

        @Override
        public void excludes(Place place, Place other) {
            context.report(onTemplate(
                    place,
                    Problem.at(
                                    place.key(),
                                    quoted(other.name()) + " and " + quoted(place.name()) + " exclude each other in "
                                            + holder(place))
                            .label(REJECTED)
                            .related(other.key(), "the other one")
                            .help("keep one of them")));
        }

        @Override
        public void noneOf(Place place, List<String> fields) {
            context.report(onTemplate(
                    place,
                    Problem.at(place, quoted(path(place)) + " says nothing of what it is")
                            .label(REJECTED)
                            .help("set " + alternatives(fields))));
        }

        @Override
        public void beyond(Place place, Limit limit) {
            context.report(
                    Problem.at(place, quoted(path(place)) + " " + limit.words()).label(REJECTED));
        }

        @Override
        public void versionNotServed(Place place, Place defined, List<String> served) {
            String group = view.object().group();
            Problem problem = Problem.at(
                            place,
                            "version " + quoted(shortened(view.object().version())) + " of "
                                    + quoted(shortened(view.object().kind())) + " is not served")
                    .label("kubectl finds no such kind")
                    .related(
                            defined,
                            defined.name().equals("served")
                                    ? "its definition does not serve this version"
                                    : "its definition does not have this version");
            context.report(
                    served.isEmpty()
                            ? problem
                            : problem.help("write `apiVersion: " + group + "/" + served.get(served.size() - 1) + "`"));
        }

        @Override
        public void unusableSchema(Place place, String kind, String reason) {
            context.report(Problem.at(place, "the schema of " + quoted(shortened(kind)) + " cannot be used: " + reason)
                    .label("the API server rejects the definition")
                    .note("objects of this version are not checked"));
        }

        /**
         * Another value for a scalar; not where others refer to it by its anchor, for whom it may be right, or a tag says what it
         * is.
         */
        private static Optional<Fix> rewriting(String title, Place place, String plain) {
            return YamlEdits.hasProperties(place.value())
                    ? Optional.empty()
                    : Optional.of(Fix.safe(title, YamlEdits.rewrite(place.value(), plain)));
        }

        /**
         * Whether something completes it: it has no name, holds nothing but one (as what is to be deleted does), lacks what no
         * whole object lacks, or is called a patch.
         */
        private boolean isPart() {
            return view.name().isEmpty()
                    || IDENTITY.containsAll(view.object().fields().names())
                    || (view instanceof Workload workload && workload.isFragment())
                    || view.object().file().name().toLowerCase(Locale.ROOT).contains("patch");
        }

        /** What is in a StatefulSet's pods was not validated at first: it is accepted, and the pods are never made. */
        private Problem onTemplate(Place place, Problem problem) {
            boolean unchecked = view instanceof StatefulSet
                    && place.fieldPath().startsWith("spec.template.spec")
                    && context.kubernetes().oldest().minor() < FIRST_WITH_CHECKED_TEMPLATES;
            return unchecked
                    ? problem.note("before Kubernetes 1.34 a StatefulSet is accepted like this, but gets no pods")
                    : problem;
        }

        /** What the place is in, for people. */
        private String holder(Place place) {
            String path = place.owner().fieldPath();
            return path.isEmpty() ? view.title() : quoted(shortPath(Mask.secretsIn(path)));
        }

        private static String path(Place place) {
            return shortPath(Mask.secretsIn(place.fieldPath()));
        }

        /** The path, or where that is too long the name alone. */
        private static String subject(Place place) {
            String path = Mask.secretsIn(place.fieldPath());
            return path.length() <= LONGEST_PATH ? path : place.name();
        }

        /** The end of a path that is too long for a line. */
        private static String shortPath(String path) {
            if (path.length() <= LONGEST_PATH) {
                return path;
            }
            int dot = path.indexOf('.', path.length() - LONGEST_PATH);
            return "…" + (dot < 0 ? path.substring(path.length() - LONGEST_PATH) : path.substring(dot));
        }

        /** {@code statefulsets.spec.template}, as kubectl wants it. */
        private String explained(Place place) {
            StringBuilder path = new StringBuilder(plural);
            String owner = place.owner().fieldPath();
            boolean inItem = false;
            if (!owner.isEmpty()) {
                path.append('.');
            }
            for (int i = 0; i < owner.length(); i++) {
                char c = owner.charAt(i);
                inItem = c == '[' || (inItem && c != ']');
                if (!inItem && c != ']') {
                    path.append(c);
                }
            }
            return path.toString();
        }

        private static String alternatives(List<String> values) {
            return joined(values, " or ");
        }

        private static String joined(List<String> values, String last) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < values.size(); i++) {
                text.append(i == 0 ? "" : i == values.size() - 1 ? last : ", ").append(quoted(values.get(i)));
            }
            return text.toString();
        }

        private static boolean isAnySensitive(List<String> names) {
            for (String name : names) {
                if (SensitiveName.matches(name)) {
                    return true;
                }
            }
            return false;
        }

        private static String quoted(String text) {
            return "`" + text + "`";
        }

        /** Whether it reads as a number that is written as it is. */
        private static boolean isNumber(String text) {
            return Ascii.isDigits(text) && text.length() <= 18 && (text.length() == 1 || text.charAt(0) != '0');
        }
    }
}
