package dev.stslint.report;

import dev.stslint.report.FileAccount.DocumentAccount;
import dev.stslint.report.FileAccount.Outcome;
import java.util.List;

/**
 * Accounts for everything that was found: {@code files = read + skipped}, {@code documents = with objects + patches +
 * empty + not Kubernetes + broken}. Nothing is skipped silently.
 *
 * @param files every file found, by path
 */
public record Accounting(List<FileAccount> files) {

    public int filesRead() {
        int count = 0;
        for (FileAccount file : files) {
            if (file.isRead()) {
                count++;
            }
        }
        return count;
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
