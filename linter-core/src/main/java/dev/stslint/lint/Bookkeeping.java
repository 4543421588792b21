package dev.stslint.lint;

import dev.stslint.judge.HousePolicy;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.Kustomization;
import dev.stslint.kube.Views;
import dev.stslint.lint.FileResult.ReadDocument;
import dev.stslint.manifest.ManifestSet;
import dev.stslint.report.Accounting;
import dev.stslint.report.FileAccount;
import dev.stslint.report.FileAccount.DocumentAccount;
import dev.stslint.report.FileAccount.Outcome;
import dev.stslint.source.DiscoveredSources.Chart;
import dev.stslint.source.DiscoveredSources.Skipped;
import dev.stslint.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What became of every file and document of a run, and what users are to know of it as a whole. */
final class Bookkeeping {

    private final Settings settings;
    private final LintRequest request;
    private final LintInput input;
    private final Optional<RenderedCharts> charts;
    private final ManifestSet manifests;

    Bookkeeping(Settings settings, LintInput input, Optional<RenderedCharts> charts, ManifestSet manifests) {
        this.settings = settings;
        this.request = settings.request();
        this.input = input;
        this.charts = charts;
        this.manifests = manifests;
    }

    /** The accounts of files that were read, and of those that were left. */
    List<FileAccount> accounts(List<FileResult> files) {
        List<FileAccount> accounts = new ArrayList<>(files.size());
        for (FileResult file : files) {
            List<DocumentAccount> documents = new ArrayList<>(file.documents().size());
            for (ReadDocument document : file.documents()) {
                documents.add(account(document, file.file()));
            }
            String path = file.file().path();
            if (charts.isPresent() && charts.get().hasRendered(file.file())) {
                accounts.addAll(charts.get().accounts(file.file(), documents));
            } else {
                FileAccount account = new FileAccount(
                        path,
                        file.skipped(),
                        input.isForReference(file.file()),
                        input.taken().contains(path),
                        documents);
                if (!ReportTarget.isWritten(account, request)) {
                    accounts.add(account);
                }
            }
        }
        if (charts.isPresent()) {
            charts.get().addLeft(accounts);
        } else {
            addUnrendered(accounts);
        }
        for (Skipped skipped : input.sources().skipped()) {
            accounts.add(new FileAccount(skipped.path(), skipped.reason(), List.of()));
        }
        Collections.sort(accounts);
        return accounts;
    }

    /**
     * What becomes of a survey's accounts.
     *
     * @param drafts what is reported already needs no remark
     */
    Accounting of(Survey survey, List<HousePolicy> policies, List<Draft> drafts, List<String> failures) {
        boolean isAllThereIs =
                failures.isEmpty() && input.sources().unreadable().isEmpty();
        List<String> remarks = new ArrayList<>(
                isAllThereIs && Remarks.areEmpty(survey.accounts())
                        ? Remarks.nothingIn(request.paths())
                        : Remarks.unread(manifests.gaps(), drafts));
        remarks.addAll(Remarks.unbuilt(manifests.gaps(), manifests.objects()));
        remarks.addAll(Remarks.undecided(manifests, survey.kinds()));
        remarks.addAll(Remarks.idle(policies, manifests.objects()));
        remarks.addAll(Remarks.withoutEffect(settings, !input.sources().charts().isEmpty()));
        return new Accounting(List.copyOf(survey.accounts()), survey.unjudged(), List.copyOf(remarks));
    }

    private void addUnrendered(List<FileAccount> accounts) {
        for (Chart chart : input.sources().charts()) {
            for (String template : chart.templates()) {
                accounts.add(new FileAccount(template, "unrendered template", List.of()));
            }
        }
    }

    private DocumentAccount account(ReadDocument document, SourceFile file) {
        boolean read = document.outcome() == Outcome.OBJECTS || document.outcome() == Outcome.NOT_KUBERNETES;
        if (read && manifests.isPatchFile(file)) {
            return new DocumentAccount(document.line(), Outcome.PATCH, 0);
        }
        int objects = 0;
        boolean isKustomization = false;
        for (KubernetesObject object : document.objects()) {
            if (manifests.holds(object)) {
                objects++;
            } else {
                isKustomization |= Views.of(object) instanceof Kustomization;
            }
        }
        if (document.outcome() != Outcome.OBJECTS || objects > 0) {
            return new DocumentAccount(document.line(), document.outcome(), objects);
        }
        return new DocumentAccount(document.line(), isKustomization ? Outcome.KUSTOMIZATION : Outcome.PATCH, 0);
    }
}
