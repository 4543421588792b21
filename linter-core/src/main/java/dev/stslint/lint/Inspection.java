package dev.stslint.lint;

import dev.stslint.finding.Problem;
import dev.stslint.finding.VersionRange;
import dev.stslint.judge.CustomKind;
import dev.stslint.judge.HousePolicy;
import dev.stslint.judge.Judgement;
import dev.stslint.kube.Container;
import dev.stslint.kube.DeployedImage;
import dev.stslint.kube.HostName;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.ObjectView;
import dev.stslint.kube.Workload;
import dev.stslint.manifest.ImageVariant;
import dev.stslint.manifest.ManifestSet;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.rule.RuleOption;
import dev.stslint.rule.RulePass;
import dev.stslint.rule.RuleSet;
import dev.stslint.schema.ApiKind;
import dev.stslint.schema.Schema;
import dev.stslint.schema.SchemaFaults;
import dev.stslint.source.Located;
import dev.stslint.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs rules over objects and collects what they say. One for each task; never shared between threads. */
final class Inspection {

    static final String REPORT_IT =
            "report this at https://github.com/stslint/stslint/issues with the manifest if you can";

    private static final int FRAMES_SHOWN = 5;

    private final RuleSet rules;
    private final VersionRange kubernetes;
    private final List<HousePolicy> policies;
    private @Nullable CustomKind kind;
    private @Nullable Judgement judgement;

    /** The object whose faults were last asked for, of which kind it was held to be, and the faults. */
    private @Nullable Judged judged;

    private final List<Draft> drafts = new ArrayList<>();
    private final List<Location> concealed = new ArrayList<>();

    Inspection(RuleSet rules, VersionRange kubernetes) {
        this(rules, kubernetes, List.of());
    }

    /** @param policies that objects are held against when they are inspected alone */
    Inspection(RuleSet rules, VersionRange kubernetes, List<HousePolicy> policies) {
        this.rules = rules;
        this.kubernetes = kubernetes;
        this.policies = policies;
    }

    List<Draft> drafts() {
        return drafts;
    }

    List<Location> concealed() {
        return concealed;
    }

    /** Hides a place that no rule is asked about. */
    void conceal(Located place) {
        concealed.add(place.location());
    }

    /**
     * Those that do not stand in a secret: what rules say of a host name quotes it.
     *
     * @param from how many secrets were known before their object was inspected: those stand in others
     */
    List<HostName> withoutConcealed(List<HostName> hostNames, int from) {
        if (hostNames.isEmpty() || from == concealed.size()) {
            return hostNames;
        }
        List<HostName> visible = new ArrayList<>(hostNames.size());
        for (HostName hostName : hostNames) {
            if (!isConcealed(hostName.location(), from)) {
                visible.add(hostName);
            }
        }
        return List.copyOf(visible);
    }

    private boolean isConcealed(Location place, int from) {
        for (int i = from; i < concealed.size(); i++) {
            if (concealed.get(i).touches(place)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Runs the rules that read only the object they are given.
     *
     * @param held the object as the manifest set will hold it
     */
    void inspectAlone(ObjectView view, KubernetesObject held) {
        inspectParts(view, RulePass.ALONE, held, null);
    }

    /**
     * Runs the rules that hold objects against schemas on a custom object whose definition was found.
     *
     * @param held the object as the manifest set holds it
     */
    void inspectDefined(ObjectView view, KubernetesObject held, CustomKind defined) {
        kind = defined;
        judgement = null;
        check(view, rules.in(RulePass.DEFINED, view.getClass()), held, null);
        kind = null;
    }

    /** Runs the rules that know secrets on a patch, which shows what stands in it though it is no object. */
    void inspectPatch(ObjectView view) {
        inspectParts(view, RulePass.CONCEALING, view.object(), ManifestSet.NONE);
    }

    /** Runs the rules that know secrets on an object that is there for others to refer to: it may be shown beside them. */
    void inspectContext(ObjectView view, ManifestSet manifests) {
        inspectParts(view, RulePass.CONCEALING, view.object(), manifests);
    }

    /** Runs the rules that ask about other objects. */
    void inspect(ObjectView view, List<HostName> hostNames, ManifestSet manifests) {
        inspectParts(view, RulePass.TOGETHER, view.object(), manifests);
        for (HostName hostName : hostNames) {
            check(hostName, rules.in(RulePass.TOGETHER, HostName.class), view.object(), manifests);
        }
        if (view instanceof Workload workload) {
            inspectDeployed(workload, manifests);
        }
    }

    private void inspectDeployed(Workload workload, ManifestSet manifests) {
        List<ImageVariant> variants = manifests.imageVariants(workload);
        if (variants.isEmpty()) {
            return;
        }
        DeployedReading reading =
                new DeployedReading(manifests.appearances(workload).size());
        for (ImageVariant variant : variants) {
            Inspection inspection = new Inspection(rules, kubernetes);
            ObjectView deployed = DeployedImage.in(workload, variant.images());
            inspection.inspectParts(deployed, RulePass.DEPLOYED, workload.object(), null);
            reading.add(inspection.drafts(), variant);
        }
        drafts.addAll(reading.drafts());
    }

    private void inspectParts(
            ObjectView view, RulePass pass, KubernetesObject object, @Nullable ManifestSet manifests) {
        check(view, rules.in(pass, view.getClass()), object, manifests);
        if (view instanceof Workload workload) {
            check(workload.template(), rules.in(pass, workload.template().getClass()), object, manifests);
            for (Container container : workload.containers()) {
                check(container, rules.in(pass, Container.class), object, manifests);
            }
        }
    }

    private void check(Located target, List<Rule<?>> checks, KubernetesObject object, @Nullable ManifestSet manifests) {
        for (Rule<?> rule : checks) {
            check(rule, target, object, manifests);
        }
    }

    private <T extends Located> void check(
            Rule<T> rule, Located target, KubernetesObject object, @Nullable ManifestSet manifests) {
        try {
            rule.check(rule.target().cast(target), new Context(rule.metadata(), object, manifests));
        } catch (RuntimeException | StackOverflowError e) {
            drafts.add(Draft.on(object, EngineRules.INTERNAL_ERROR, failure(rule.metadata(), object, e)));
        }
    }

    /** Names the exception and where it comes from, never its message: that could hold a value. */
    private static Problem failure(RuleMetadata rule, KubernetesObject object, Throwable cause) {
        return Problem.at(object, "rule `" + rule.id() + "` failed on " + object.kind())
                .label("the other rules went on; this one's findings on it are missing")
                .note(trace(cause))
                .help(REPORT_IT);
    }

    static String trace(Throwable cause) {
        StringBuilder trace = new StringBuilder(cause.getClass().getName());
        StackTraceElement[] frames = cause.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES_SHOWN, frames.length); i++) {
            trace.append(i == 0 ? " at " : ", ").append(frames[i]);
        }
        return trace.toString();
    }

    private record Judged(KubernetesObject object, ApiKind kind, SchemaFaults faults) {}

    /** What one rule is given for one target. */
    private final class Context implements RuleContext {

        private final RuleMetadata rule;
        private final KubernetesObject object;
        private final @Nullable ManifestSet manifests;

        Context(RuleMetadata rule, KubernetesObject object, @Nullable ManifestSet manifests) {
            this.rule = rule;
            this.object = object;
            this.manifests = manifests;
        }

        @Override
        public ManifestSet manifests() {
            if (manifests == null) {
                throw new IllegalStateException("rule " + rule.id() + " says that it reads its own object only");
            }
            return manifests;
        }

        @Override
        public VersionRange kubernetes() {
            return kubernetes;
        }

        /** Made when the first rule asks for it, so that a failure is the rule's. */
        @Override
        public Optional<Judgement> judgement(ObjectView view) {
            CustomKind defined = kind;
            if (defined == null) {
                return Optional.empty();
            }
            Judgement made = judgement;
            if (made == null) {
                made = defined.judge(view.object());
                judgement = made;
            }
            return Optional.of(made);
        }

        @Override
        public SchemaFaults faults(ObjectView view, ApiKind kind) {
            Judged last = judged;
            if (last == null || last.object != view.object() || !last.kind.equals(kind)) {
                last = new Judged(view.object(), kind, Schema.faults(view.object(), kind, kubernetes));
                judged = last;
            }
            return last.faults;
        }

        @Override
        public List<HousePolicy> policies() {
            return policies;
        }

        @Override
        public <T> T option(RuleOption<T> option) {
            return rules.option(rule.id(), option, object.file());
        }

        @Override
        public void report(Problem problem) {
            if (rules.isEnabled(rule.id())) {
                drafts.add(Draft.on(object, rule, problem));
            }
        }

        @Override
        public void conceal(Located secret) {
            Inspection.this.conceal(secret);
        }
    }
}
