package dev.stslint.report;

import static dev.stslint.report.FindingSketch.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.Finding;
import dev.stslint.source.SourceReader;
import dev.stslint.source.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourcesAheadTest {

    private static final int FILES = 100;

    @TempDir
    Path directory;

    /** A report of one finding reads its file itself. */
    @Test
    void aLongReportShowsWhatShortOnesShow() throws Exception {
        List<FindingSketch> findings = findings();
        Files.writeString(directory.resolve("7.yaml"), "something else\n");
        Files.delete(directory.resolve("90.yaml"));

        assertThat(Reports.text(findings.toArray(new FindingSketch[0]))).isEqualTo(oneByOne(findings));
    }

    @Test
    void followsAReportThatGoesAnotherWay() throws Exception {
        List<FindingSketch> findings = findings();
        Collections.shuffle(findings, new Random(1));
        findings.addAll(findings.subList(0, 20));

        assertThat(Reports.text(findings.toArray(new FindingSketch[0]))).isEqualTo(oneByOne(findings));
    }

    @Test
    void isNotThereForAFewFiles() throws Exception {
        assertThat(SourcesAhead.of(findings(findings().subList(0, 63)), Concealment.NONE))
                .isEmpty();
        assertThat(SourcesAhead.of(findings(findings().subList(0, 64)), Concealment.NONE))
                .isPresent();
    }

    private static List<Finding> findings(List<FindingSketch> sketches) {
        return sketches.stream().map(FindingSketch::finding).toList();
    }

    /** One in each file, beside a place in the first one. */
    private List<FindingSketch> findings() throws Exception {
        List<FindingSketch> findings = new ArrayList<>();
        SourceText first = write(0);
        for (int i = 0; i < FILES; i++) {
            findings.add(error("rule", write(i).at(6, 7), "finding " + i).related(first.at(6, 7), "seen from there"));
        }
        return findings;
    }

    private SourceText write(int number) throws Exception {
        String name = number + ".yaml";
        Path file =
                Files.writeString(directory.resolve(name), "name: " + number + "\npassword: hunter" + number + "\n");
        return new SourceReader(1000).read(file, name);
    }

    private static String oneByOne(List<FindingSketch> findings) {
        List<String> reports = new ArrayList<>();
        for (FindingSketch finding : findings) {
            reports.add(Reports.text(finding));
        }
        return String.join("\n", reports);
    }
}
