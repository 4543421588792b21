package dev.stslint.benchmarks;

import dev.stslint.benchmarks.Repository.Text;
import dev.stslint.finding.Problem;
import dev.stslint.finding.VersionRange;
import dev.stslint.judge.HousePolicy;
import dev.stslint.judge.Judgement;
import dev.stslint.kube.HostNames;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.ObjectReader;
import dev.stslint.kube.ObjectView;
import dev.stslint.kube.Views;
import dev.stslint.kube.Workload;
import dev.stslint.lint.LintException;
import dev.stslint.lint.LintRequest;
import dev.stslint.lint.Linter;
import dev.stslint.manifest.ManifestSet;
import dev.stslint.report.LintReport;
import dev.stslint.report.Palette;
import dev.stslint.report.ReportFormat;
import dev.stslint.report.RunFacts;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleOption;
import dev.stslint.rules.BuiltinRules;
import dev.stslint.schema.ApiKind;
import dev.stslint.schema.FaultSink;
import dev.stslint.schema.Schema;
import dev.stslint.schema.SchemaFaults;
import dev.stslint.source.Located;
import dev.stslint.source.SourceFile;
import dev.stslint.yaml.YamlDocument;
import dev.stslint.yaml.YamlLimits;
import dev.stslint.yaml.YamlReader;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The stages of a run, warm and on one thread, over the same generated files (5 MB): from text to trees, from trees to the
 * indexed set, the rules over that set, and the reports. {@link #bareEvents} is what the YAML parser alone takes; {@link #walk}
 * and {@link #judge} are for one object.
 *
 * <p>From the checkout's directory:
 *
 * <pre>
 * ./mvnw -q -Pjmh -pl cli/benchmarks -am package -Dmaven.test.skip
 * ./mvnw -q -Pjmh -pl cli/benchmarks -am package -Dmaven.test.skip -Djmh.args="read|bareEvents -f 1"
 * </pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 3,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx2g"})
@State(Scope.Benchmark)
public class StageBenchmark {

    private static final YamlReader READER = new YamlReader(YamlLimits.DEFAULT);

    private List<Text> texts = List.of();
    private List<KubernetesObject> objects = List.of();
    private ManifestSet manifests = ManifestSet.NONE;
    private List<Located> targets = List.of();
    private final List<Rule<?>> rules = new BuiltinRules().rules();
    private List<KubernetesObject> known = List.of();
    private int next;
    private LintReport report;
    private final Linter linter = new Linter(new BuiltinRules());

    @Setup(Level.Trial)
    public void prepare(Repository repository) throws LintException {
        texts = repository.texts();
        objects = readAll();
        manifests = index();
        targets = targets(manifests);
        known = new ArrayList<>();
        for (KubernetesObject object : objects) {
            if (Schema.kindOf(object).isPresent()) {
                known.add(object);
            }
        }
        report = linter.lint(LintRequest.of(repository.directory(), List.of(".")));
    }

    /** The YAML parser alone: events counted and dropped. */
    @Benchmark
    public long bareEvents() {
        long events = 0;
        for (Text text : texts) {
            events += BareEvents.count(text.text());
        }
        return events;
    }

    /** From text to trees, and the objects in them. */
    @Benchmark
    public List<KubernetesObject> read() {
        return readAll();
    }

    /** From objects to views and the set with its indexes. */
    @Benchmark
    public ManifestSet index() {
        ManifestSet.Builder builder = ManifestSet.builder();
        for (KubernetesObject object : objects) {
            ObjectView view = Views.of(object);
            builder.add(view, "", HostNames.in(view, object), false);
        }
        return builder.build();
    }

    /** All rules over all that they look at. */
    @Benchmark
    public int inspect() {
        Collected collected = new Collected(manifests);
        for (Located target : targets) {
            for (Rule<?> rule : rules) {
                check(rule, target, collected);
            }
        }
        return collected.problems;
    }

    /** One object of Kubernetes' own kinds against the table; all of the repository in turn. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public FaultSink walk() {
        KubernetesObject object = known.get(next++ % known.size());
        FaultSink sink = new FaultSink() {};
        Schema.check(object, Schema.kindOf(object).orElseThrow(), VersionRange.SUPPORTED, sink);
        return sink;
    }

    /** One custom object against its definition. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Judgement judge(DefinedObject defined) {
        return defined.kind.judge(defined.object);
    }

    @Benchmark
    public void writeText() throws IOException {
        write(ReportFormat.TEXT);
    }

    @Benchmark
    public void writeSarif() throws IOException {
        write(ReportFormat.SARIF);
    }

    private void write(ReportFormat format) throws IOException {
        format.reporter(Palette.PLAIN, false, RunFacts.of("0", 0), linter).write(report, Writer.nullWriter());
    }

    private List<KubernetesObject> readAll() {
        List<KubernetesObject> all = new ArrayList<>();
        for (Text text : texts) {
            for (YamlDocument document :
                    READER.read(SourceFile.of(text.path(), text.text())).documents()) {
                all.addAll(ObjectReader.read(document));
            }
        }
        return all;
    }

    private static List<Located> targets(ManifestSet manifests) {
        List<Located> targets = new ArrayList<>();
        for (ObjectView view : manifests.objects()) {
            targets.add(view);
            if (view instanceof Workload workload) {
                targets.add(workload.template());
                targets.addAll(workload.containers());
            }
            targets.addAll(HostNames.in(view, view.object()));
        }
        return targets;
    }

    private static <T extends Located> void check(Rule<T> rule, Located target, RuleContext context) {
        if (rule.target().isInstance(target)) {
            rule.check(rule.target().cast(target), context);
        }
    }

    /** Counts what rules say. */
    private static final class Collected implements RuleContext {

        private final ManifestSet manifests;
        private int problems;

        Collected(ManifestSet manifests) {
            this.manifests = manifests;
        }

        @Override
        public ManifestSet manifests() {
            return manifests;
        }

        @Override
        public VersionRange kubernetes() {
            return VersionRange.SUPPORTED;
        }

        @Override
        public Optional<Judgement> judgement(ObjectView view) {
            return Optional.empty();
        }

        @Override
        public SchemaFaults faults(ObjectView view, ApiKind kind) {
            return Schema.faults(view.object(), kind, kubernetes());
        }

        @Override
        public List<HousePolicy> policies() {
            return List.of();
        }

        @Override
        public <T> T option(RuleOption<T> option) {
            return option.fallback();
        }

        @Override
        public void report(Problem problem) {
            problems++;
        }

        @Override
        public void conceal(Located secret) {}
    }
}
