package dev.stslint.lint;

import dev.stslint.filter.SuppressionReader;
import dev.stslint.finding.Problem;
import dev.stslint.finding.VersionRange;
import dev.stslint.judge.HousePolicy;
import dev.stslint.kube.ConfigMap;
import dev.stslint.kube.CustomResourceDefinition;
import dev.stslint.kube.Field;
import dev.stslint.kube.GenericObject;
import dev.stslint.kube.HostName;
import dev.stslint.kube.HostNames;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.Kustomization;
import dev.stslint.kube.Kustomization.Generator;
import dev.stslint.kube.Kustomization.Patch;
import dev.stslint.kube.ObjectReader;
import dev.stslint.kube.ObjectView;
import dev.stslint.kube.PatchContent;
import dev.stslint.kube.PatchParts;
import dev.stslint.kube.PatchTarget;
import dev.stslint.kube.PodIdentity;
import dev.stslint.kube.Secret;
import dev.stslint.kube.VariableFile;
import dev.stslint.kube.Views;
import dev.stslint.lint.FileResult.ReadDocument;
import dev.stslint.lint.FileResult.ReadObject;
import dev.stslint.manifest.ManifestSet;
import dev.stslint.report.FileAccount.Outcome;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.rule.RuleSet;
import dev.stslint.source.Located;
import dev.stslint.source.Location;
import dev.stslint.source.SourceText;
import dev.stslint.source.Span;
import dev.stslint.source.UnreadableSourceException;
import dev.stslint.yaml.VariableLines;
import dev.stslint.yaml.YamlDocument;
import dev.stslint.yaml.YamlFault;
import dev.stslint.yaml.YamlLimits;
import dev.stslint.yaml.YamlReader;
import dev.stslint.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of a run that concerns one file alone: read it, find its objects, run the rules that need no others. */
final class FileStage {

    private final YamlReader reader = new YamlReader(YamlLimits.DEFAULT);
    private final RuleSet rules;
    private final VersionRange kubernetes;
    private final Map<String, PatchTarget> patchFiles;
    private final Map<String, List<VariableFile>> variableFiles;
    private final List<HousePolicy> policies;

    /**
     * @param patchFiles paths of the files that kustomizations take as patches, and for what: they hold no objects
     * @param variableFiles paths of the files of variables that generators take, and what those make of them
     */
    FileStage(
            RuleSet rules,
            VersionRange kubernetes,
            Map<String, PatchTarget> patchFiles,
            Map<String, List<VariableFile>> variableFiles,
            List<HousePolicy> policies) {
        this.rules = rules;
        this.kubernetes = kubernetes;
        this.patchFiles = patchFiles;
        this.variableFiles = variableFiles;
        this.policies = policies;
    }

    FileResult read(SourceText source, String root) {
        List<VariableFile> generated = variableFiles.get(source.file().path());
        return generated == null ? readDocuments(source, root) : readVariables(source, root, generated);
    }

    /** What stands in a file that is no YAML is seen in what is made of it. */
    private FileResult readVariables(SourceText source, String root, List<VariableFile> generated) {
        Inspection inspection = new Inspection(rules, kubernetes, policies);
        for (VariableFile each : generated) {
            for (ObjectView made : each.objectsIn(source)) {
                inspection.inspectPatch(made);
            }
        }
        for (Span other : VariableLines.othersIn(source)) {
            inspection.conceal(() -> source.at(other.start(), other.end()));
        }
        SuppressionReader suppressions = new SuppressionReader(source);
        suppressions.readTemplate();
        return new FileResult(
                source.file(),
                root,
                "",
                List.of(),
                List.of(),
                List.of(),
                VariableLines.namesIn(source),
                inspection.drafts(),
                inspection.concealed(),
                suppressions.found());
    }

    private FileResult readDocuments(SourceText source, String root) {
        YamlStream stream = reader.read(source);
        List<Draft> drafts = new ArrayList<>(0);
        for (YamlFault fault : stream.faults()) {
            drafts.add(draft(fault, source, stream.documents().size() > 1));
        }
        SuppressionReader suppressions = new SuppressionReader(source);
        if (stream.template()) {
            suppressions.readTemplate();
            return FileResult.skipped(source.file(), root, "unrendered template", drafts, suppressions.found());
        }
        Inspection inspection = new Inspection(rules, kubernetes, policies);
        List<ReadDocument> documents = new ArrayList<>(stream.documents().size());
        List<ReadObject> objects = new ArrayList<>(stream.documents().size());
        List<PatchContent> patches = new ArrayList<>(0);
        PatchTarget target = patchFiles.get(source.file().path());
        for (YamlDocument document : stream.documents()) {
            if (target != null && document.root().isPresent()) {
                Optional<PatchContent> patch = PatchContent.of(document.root().get());
                if (patch.isPresent()) {
                    patches.add(patch.get());
                }
                for (ObjectView part : PatchParts.in(document, target)) {
                    inspection.inspectPatch(part);
                }
                documents.add(new ReadDocument(lineOf(document), Outcome.PATCH, List.of()));
                suppressions.readComments(document, List.of());
            } else {
                ReadDocument read = read(document, source, objects, inspection, suppressions);
                documents.add(read);
                suppressions.readComments(document, read.objects());
            }
        }
        drafts.addAll(inspection.drafts());
        return new FileResult(
                source.file(),
                root,
                "",
                documents,
                objects,
                patches,
                List.of(),
                drafts,
                inspection.concealed(),
                suppressions.found());
    }

    /** A file on which stslint itself failed. Names the exception and where it comes from, never its message. */
    FileResult failed(SourceText source, String root, Throwable cause) {
        Problem problem = Problem.at(() -> source.at(0, 0), "stslint failed on this file")
                .label("nothing of the file was checked")
                .note(Inspection.trace(cause))
                .help(Inspection.REPORT_IT);
        return FileResult.skipped(
                source.file(), root, "internal error", List.of(draft(EngineRules.INTERNAL_ERROR, problem)));
    }

    /** A file that could not be read at all. */
    FileResult refused(UnreadableSourceException refusal, String root) {
        Located place = refusal::location;
        Draft draft = switch (refusal.reason()) {
            case UNREADABLE ->
                draft(
                        EngineRules.UNREADABLE_FILE,
                        Problem.at(place, "this file cannot be read: " + refusal.getMessage())
                                .help("check its permissions, or leave it out of the paths"));
            case TOO_LARGE ->
                draft(
                        EngineRules.RESOURCE_LIMIT,
                        Problem.at(place, "this file is too large to read: " + refusal.getMessage())
                                .help("split it, or leave it out of the paths"));
            case BINARY ->
                draft(
                        EngineRules.INVALID_ENCODING,
                        Problem.at(place, "this file is not text: " + refusal.getMessage())
                                .help("unpack it, or leave it out of the paths"));
            case NOT_UTF_8 ->
                draft(
                        EngineRules.INVALID_ENCODING,
                        Problem.at(place, "this file is not UTF-8: " + refusal.getMessage())
                                .label("nothing of the file was read")
                                .help("save it as UTF-8, which is what kubectl reads"));
        };
        String reason = switch (refusal.reason()) {
            case UNREADABLE -> "unreadable";
            case TOO_LARGE -> "too large";
            case BINARY -> "not text";
            case NOT_UTF_8 -> "not UTF-8";
        };
        return FileResult.skipped(refusal.location().file(), root, reason, List.of(draft));
    }

    private ReadDocument read(
            YamlDocument document,
            SourceText source,
            List<ReadObject> objects,
            Inspection inspection,
            SuppressionReader suppressions) {
        int line = lineOf(document);
        if (document.state() == YamlDocument.State.EMPTY) {
            return new ReadDocument(line, Outcome.EMPTY, List.of());
        }
        if (document.state() == YamlDocument.State.BROKEN) {
            return new ReadDocument(line, Outcome.BROKEN, List.of());
        }
        List<KubernetesObject> held = new ArrayList<>(1);
        for (KubernetesObject object : ObjectReader.read(document)) {
            ObjectView view = Views.of(object);
            ReadObject read = keep(view, inspection);
            suppressions.readAnnotations(view, read.view().object());
            if (view instanceof Kustomization kustomization) {
                inspectPatches(kustomization, source, inspection);
                concealMalformed(kustomization, inspection);
            }
            held.add(read.view().object());
            objects.add(read);
        }
        if (held.isEmpty()) {
            boolean isEmpty = ObjectReader.isEmptyList(document);
            return new ReadDocument(line, isEmpty ? Outcome.EMPTY : Outcome.NOT_KUBERNETES, held);
        }
        return new ReadDocument(line, Outcome.OBJECTS, held);
    }

    private static void inspectPatches(Kustomization kustomization, SourceText source, Inspection inspection) {
        for (Patch patch : kustomization.patches()) {
            for (ObjectView part : PatchParts.in(patch, source)) {
                inspection.inspectPatch(part);
            }
        }
    }

    /** What was to be a key and a value, and is neither, may be the value. */
    private static void concealMalformed(Kustomization kustomization, Inspection inspection) {
        for (Generator generator : kustomization.generators()) {
            for (Field<String> literal : generator.malformedLiterals()) {
                inspection.conceal(literal);
            }
            if (generator.fields().list("literals").isInvalid()) {
                inspection.conceal(generator.fields().list("literals"));
            }
        }
    }

    private static int lineOf(YamlDocument document) {
        return document.file().lineAt(document.span().start());
    }

    /** Runs the rules that need the whole object, then keeps of it what others may ask for. */
    private static ReadObject keep(ObjectView view, Inspection inspection) {
        boolean whole = !(view instanceof GenericObject) && !(view instanceof ConfigMap) && !(view instanceof Secret);
        KubernetesObject held = whole ? view.object() : view.object().outline();
        if (view instanceof CustomResourceDefinition definition) {
            held = definition.outline().object();
        }
        int concealedBefore = inspection.concealed().size();
        if (ManifestSet.isPatch(view)) {
            inspection.inspectPatch(view);
        } else {
            inspection.inspectAlone(view, held);
        }
        List<HostName> hostNames = inspection.withoutConcealed(HostNames.in(view, held), concealedBefore);
        boolean usesPodIdentity = view instanceof ConfigMap map && PodIdentity.isAskedForIn(map);
        boolean isHeld = held == view.object();
        return new ReadObject(isHeld ? view : Views.of(held), hostNames, usesPodIdentity);
    }

    private static Draft draft(YamlFault fault, SourceText source, boolean hasOthers) {
        RuleMetadata rule = switch (fault.kind()) {
            case SYNTAX -> EngineRules.INVALID_YAML;
            case DUPLICATE_KEY -> EngineRules.DUPLICATE_KEY;
            case IGNORED_CONTENT -> EngineRules.IGNORED_CONTENT;
            case UNRENDERED_TEMPLATE -> EngineRules.UNRENDERED_TEMPLATE;
            case LIMIT -> EngineRules.RESOURCE_LIMIT;
        };
        Problem problem = Problem.at(fault::location, fault.message());
        if (!fault.label().isEmpty()) {
            problem = problem.label(fault.label());
        }
        for (YamlFault.Related related : fault.related()) {
            problem = problem.related(related::location, related.message());
        }
        return Draft.of(rule, withHelp(fault.kind(), problem, hasOthers), blankedLine(fault.location(), source.text()));
    }

    private static Problem withHelp(YamlFault.Kind kind, Problem problem, boolean hasOthers) {
        return switch (kind) {
            case SYNTAX ->
                problem.note(
                        hasOthers
                                ? "this document was not checked; the others of the file were"
                                : "the file was not checked");
            case DUPLICATE_KEY -> problem.help("keep one of the two");
            case IGNORED_CONTENT -> problem.help("start a document with a line that is just `---`");
            case UNRENDERED_TEMPLATE ->
                problem.note("the file was not checked")
                        .help("lint what the template renders to: `helm template . | stslint lint -`");
            case LIMIT -> problem.note("this document was not checked");
        };
    }

    private static Draft draft(RuleMetadata rule, Problem problem) {
        return Draft.of(rule, problem, "");
    }

    /**
     * A line with its words blanked, without its indentation and comment: what identifies a place outside of objects, and
     * tells no value.
     */
    private static String blankedLine(Location location, String text) {
        int start = location.file().lineStart(location.start().line());
        StringBuilder blanked = new StringBuilder();
        for (int i = start; i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r'; i++) {
            char c = text.charAt(i);
            char last = blanked.isEmpty() ? ' ' : blanked.charAt(blanked.length() - 1);
            if (c == '#' && last == ' ') {
                break;
            }
            boolean isBlank = Character.isWhitespace(c);
            char shown = isBlank ? ' ' : ":#-[]{},'\"|>&*!%@".indexOf(c) >= 0 ? c : 'x';
            if (shown != last || (shown != ' ' && shown != 'x')) {
                blanked.append(shown);
            }
        }
        return blanked.toString().stripTrailing();
    }
}
