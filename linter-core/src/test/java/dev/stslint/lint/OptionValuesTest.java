package dev.stslint.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.stslint.finding.Severity;
import dev.stslint.finding.Threshold;
import dev.stslint.finding.VersionRange;
import dev.stslint.report.ReportFormat;
import dev.stslint.rule.Profile;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OptionValuesTest {

    @Test
    void readsEveryWordItOffers() throws LintException {
        for (Severity severity : Severity.values()) {
            assertThat(OptionValues.severity(severity.id())).isEqualTo(severity);
        }
        for (Threshold threshold : Threshold.values()) {
            assertThat(OptionValues.threshold(threshold.id())).isEqualTo(threshold);
        }
        for (Profile profile : Profile.values()) {
            assertThat(OptionValues.profile(profile.id())).isEqualTo(profile);
        }
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(ReportFormat.find(format.id())).contains(format);
        }
    }

    @Test
    void readsVersions() throws LintException {
        assertThat(OptionValues.kubernetes("1.31..1.36")).isEqualTo(VersionRange.of(31, 36));
        assertThat(OptionValues.kubernetes("v1.34.2")).isEqualTo(VersionRange.of(34, 34));
        assertComplaint(() -> OptionValues.kubernetes("1.36..1.31"), "`1.36..1.31` names no versions");
    }

    @Test
    void takesOnlySupportedVersions() {
        for (String text : List.of("1.30", "1.37", "1.30..1.33", "1.34..1.40", "1.16..1.40")) {
            assertComplaint(
                    () -> OptionValues.kubernetes(text),
                    "`" + text + "` is not within the supported versions, 1.31..1.36");
        }
    }

    @Test
    void readsNamespaces() throws LintException {
        assertThat(OptionValues.namespace("")).isEmpty();
        assertThat(OptionValues.namespace("shop-2")).contains("shop-2");
        assertComplaint(() -> OptionValues.namespace("Shop"), "`Shop` is not the name of a namespace");
    }

    @Test
    void putsListsTogether() throws LintException {
        assertThat(OptionValues.ids(List.of("a, b", "c"))).containsExactly("a", "b", "c");
        assertThat(OptionValues.severities(List.of("a=error,b = info", "a=warning")))
                .containsExactly(entry("a", Severity.WARNING), entry("b", Severity.INFO));
        assertComplaint(() -> OptionValues.ids(List.of("")), "`` holds an empty name");
        assertComplaint(() -> OptionValues.severities(List.of("=info")), "`=info` is not of the form RULE=SEVERITY");
    }

    @Test
    void readsReportTargets() throws LintException {
        assertThat(ReportTarget.parse(List.of("text", "sarif=a=b.sarif")))
                .containsExactly(
                        new ReportTarget(ReportFormat.TEXT, ""), new ReportTarget(ReportFormat.SARIF, "a=b.sarif"));
        assertThat(ReportTarget.parse(List.of("concise=-")).get(0).isStandardOutput())
                .isTrue();
        assertComplaint(() -> ReportTarget.parse(List.of("text", "concise=-")), "both go to standard output");
    }

    @Test
    void offersTheNearestWordsOrAll() {
        assertComplaint(() -> OptionValues.profile("al"), "there is no profile `al`; did you mean `all`?");
        assertComplaint(
                () -> OptionValues.profile("none at all"),
                "there is no profile `none at all`; there are `recommended`, `strict` and `all`");
        assertThat(OptionValues.thresholds()).containsExactly("error", "warning", "info", "never");
    }

    private static void assertComplaint(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(LintException.class).hasMessageContaining(message);
    }
}
