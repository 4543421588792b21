package dev.stslint.lint;

import dev.stslint.manifest.ManifestSet;
import dev.stslint.report.FileAccount;
import java.util.List;

/**
 * What is found out of a whole input while its objects are inspected.
 *
 * @param kinds the custom kinds that are defined
 * @param refusals what makes {@code kustomize build} refuse a kustomization
 * @param accounts what became of each file
 * @param unjudged what is not judged, a line each
 */
record Survey(DefinedKinds kinds, List<Draft> refusals, List<FileAccount> accounts, List<String> unjudged) {

    static Survey of(
            List<FileResult> files,
            ManifestSet manifests,
            LintRequest request,
            EditedFiles version,
            Bookkeeping bookkeeping) {
        DefinedKinds kinds = new DefinedKinds(manifests, files);
        return new Survey(
                kinds,
                hasKustomization(files) ? KustomizationFaults.in(files, manifests, request, version) : List.of(),
                bookkeeping.accounts(files),
                Remarks.unjudged(manifests, kinds));
    }

    /** Most runs have none, and need not load what looks at them. */
    private static boolean hasKustomization(List<FileResult> files) {
        for (FileResult file : files) {
            if (file.isKustomization()) {
                return true;
            }
        }
        return false;
    }
}
