package dev.stslint.lint;

import dev.stslint.filter.Suppression;
import dev.stslint.kube.HostName;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.Kustomization;
import dev.stslint.kube.ObjectReader;
import dev.stslint.kube.ObjectView;
import dev.stslint.kube.PatchContent;
import dev.stslint.report.FileAccount.Outcome;
import dev.stslint.source.Location;
import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceText;
import dev.stslint.yaml.YamlDocument;
import dev.stslint.yaml.YamlLimits;
import dev.stslint.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a file after it was read: small, because a run may read a gigabyte.
 *
 * @param root what the user named and it was found under
 * @param skipped why it was not read; empty when it was
 * @param variables the names of those that a generator takes from it
 */
record FileResult(
        SourceFile file,
        String root,
        String skipped,
        List<ReadDocument> documents,
        List<ReadObject> objects,
        List<PatchContent> patches,
        List<String> variables,
        List<Draft> drafts,
        List<Location> concealed,
        List<Suppression> suppressions)
        implements Comparable<FileResult> {

    /**
     * A document, and what became of it as far as the file alone tells.
     *
     * @param line it starts at, counted from 1
     * @param objects those it holds, as the manifest set will hold them
     */
    record ReadDocument(int line, Outcome outcome, List<KubernetesObject> objects) {}

    /** An object as the manifest set will hold it. */
    record ReadObject(ObjectView view, List<HostName> hostNames, boolean usesPodIdentity) {}

    /** By path. */
    @Override
    public int compareTo(FileResult other) {
        return file.path().compareTo(other.file.path());
    }

    /** All of its objects with all of their values, in the order of {@link #objects}; none when it has changed since. */
    List<KubernetesObject> objectsAgain() {
        List<KubernetesObject> again = new ArrayList<>(objects.size());
        Optional<String> text = file.text();
        if (text.isPresent()) {
            SourceText source = new SourceText(file, text.get());
            for (YamlDocument document :
                    new YamlReader(YamlLimits.DEFAULT).read(source).documents()) {
                again.addAll(ObjectReader.read(document));
            }
        }
        return again;
    }

    /** Whether kustomize takes it for a kustomization, by its name. */
    boolean isKustomization() {
        return Kustomization.FILE_NAMES.contains(file.name());
    }

    /** Whether one of its documents could not be read. */
    boolean hasBrokenDocument() {
        for (ReadDocument document : documents) {
            if (document.outcome() == Outcome.BROKEN) {
                return true;
            }
        }
        return false;
    }

    static FileResult skipped(SourceFile file, String root, String reason, List<Draft> drafts) {
        return skipped(file, root, reason, drafts, List.of());
    }

    static FileResult skipped(
            SourceFile file, String root, String reason, List<Draft> drafts, List<Suppression> suppressions) {
        return new FileResult(
                file, root, reason, List.of(), List.of(), List.of(), List.of(), drafts, List.of(), suppressions);
    }
}
