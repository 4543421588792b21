package dev.stslint.rule;

import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.finding.VersionRange;
import dev.stslint.judge.HousePolicy;
import dev.stslint.judge.Judgement;
import dev.stslint.kube.ObjectView;
import dev.stslint.manifest.ManifestSet;
import dev.stslint.manifest.Reach;
import dev.stslint.schema.ApiKind;
import dev.stslint.schema.SchemaFaults;
import dev.stslint.source.Located;
import java.util.List;
import java.util.Optional;

/** What a rule may ask and where it reports. */
public interface RuleContext {

    /**
     * All objects of the run and the questions between them.
     *
     * @throws IllegalStateException for a rule whose metadata says that it reads its own object only
     */
    ManifestSet manifests();

    /** The Kubernetes releases the manifests are meant for. */
    VersionRange kubernetes();

    /**
     * What the definition of its kind makes of the custom object that the rule is given; empty for Kubernetes' own kinds, for kinds without a
     * definition in the run, and as long as the object is read for itself.
     */
    Optional<Judgement> judgement(ObjectView view);

    /**
     * What of the object that the rule is given does not fit a kind of Kubernetes' own in the {@link #kubernetes()} releases.
     * The object is walked over once, however many rules ask.
     */
    SchemaFaults faults(ObjectView view, ApiKind kind);

    /** The policies of the house that hold for the object. */
    List<HousePolicy> policies();

    /** The value of one of the rule's options. */
    <T> T option(RuleOption<T> option);

    void report(Problem problem);

    /** Reports a problem that may hold in some of the applications only: then it is info, and names them. */
    default void report(Problem problem, Reach reach) {
        report(reach.isEverywhere() ? problem : problem.severity(Severity.INFO).note(reach.words()));
    }

    /** Keeps a value out of every display, whether or not something is reported about it. */
    void conceal(Located secret);
}
