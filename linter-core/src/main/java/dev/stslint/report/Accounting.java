package dev.stslint.report;

import dev.stslint.finding.Finding;
import dev.stslint.report.FileAccount.DocumentAccount;
import dev.stslint.report.FileAccount.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Accounts for everything that was found: {@code files = read + skipped}, {@code documents = with objects +
 * kustomizations + patches + empty + not Kubernetes + broken}. Nothing is skipped silently.
 *
 * @param files every file found, by path
 * @param unjudged what nothing is said about though it was read, each with the path it concerns; fit for users
 * @param remarks what a user should know who reads nothing but the findings, as that there was nothing to read; few
 * @param outside findings that are not reported, since the change that was asked about does not touch them
 */
public record Accounting(List<FileAccount> files, List<String> unjudged, List<String> remarks, List<Finding> outside) {

    public Accounting(List<FileAccount> files) {
        this(files, List.of(), List.of());
    }

    /** Of a run that all findings of are reported. */
    public Accounting(List<FileAccount> files, List<String> unjudged, List<String> remarks) {
        this(files, unjudged, remarks, List.of());
    }

    /** The same, with findings that are not reported. */
    Accounting withOutside(List<Finding> findings) {
        return new Accounting(files, unjudged, remarks, findings);
    }

    public int filesRead() {
        int count = 0;
        for (FileAccount file : files) {
            if (file.isRead()) {
                count++;
            }
        }
        return count;
    }

    /** Files among those read that nothing is said about, since they were read for what others refer to. */
    public int filesForReference() {
        int count = 0;
        for (FileAccount file : files) {
            if (file.isRead() && file.forReference()) {
                count++;
            }
        }
        return count;
    }

    /** Files among those read that nobody named, and that kustomizations take. */
    public int filesTaken() {
        int count = 0;
        for (FileAccount file : files) {
            if (file.isRead() && file.taken()) {
                count++;
            }
        }
        return count;
    }

    /** The paths of files that nobody named, and that were read for others: repairs leave them alone. */
    public Set<String> foreignPaths() {
        Set<String> paths = new HashSet<>();
        for (FileAccount file : files) {
            if (file.forReference() || file.taken()) {
                paths.add(file.path());
            }
        }
        return paths;
    }

    public int filesSkipped() {
        return files.size() - filesRead();
    }

    public int documents() {
        int count = 0;
        for (FileAccount file : files) {
            count += file.documents().size();
        }
        return count;
    }

    public int documents(Outcome outcome) {
        int count = 0;
        for (FileAccount file : files) {
            for (DocumentAccount document : file.documents()) {
                if (document.outcome() == outcome) {
                    count++;
                }
            }
        }
        return count;
    }

    /** Objects read; each item of a list counts. */
    public int objects() {
        int count = 0;
        for (FileAccount file : files) {
            for (DocumentAccount document : file.documents()) {
                count += document.objects();
            }
        }
        return count;
    }
}
