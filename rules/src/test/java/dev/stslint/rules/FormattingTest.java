package dev.stslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.Finding;
import dev.stslint.lint.LintException;
import dev.stslint.lint.LintRequest;
import dev.stslint.rule.Profile;
import dev.stslint.rule.RuleSelection;
import dev.stslint.source.SourceFile;
import dev.stslint.yaml.ScalarType;
import dev.stslint.yaml.YamlDocument;
import dev.stslint.yaml.YamlLimits;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlReader;
import dev.stslint.yaml.YamlScalar;
import dev.stslint.yaml.YamlSequence;
import dev.stslint.yaml.YamlStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How a manifest is written changes nothing: the same objects as JSON, without comments, quotes, blocks, anchors or line
 * breaks, give the same findings on the same fields.
 */
final class FormattingTest {

    @TempDir
    Path directory;

    static Stream<Path> manifests() throws IOException {
        try (Stream<Path> files = Files.walk(TestData.at("fixtures"))) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> file.getParent().getParent().endsWith("fixtures"))
                    .filter(file -> !file.toString().contains(".fixed."))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void jsonGivesTheSameFindings(Path manifest) throws Exception {
        String yaml = Files.readString(manifest);
        YamlStream stream = new YamlReader(YamlLimits.DEFAULT).read(SourceFile.of("m", yaml));
        if (!stream.faults().isEmpty()) {
            return; // the fault is about how it is written
        }
        if (findings(yaml).stream().anyMatch(finding -> finding.contains(" ambiguous-scalar "))) {
            return; // which is about YAML's scalars
        }
        StringBuilder json = new StringBuilder();
        for (YamlDocument document : stream.documents()) {
            document.root().ifPresent(root -> {
                write(root, json);
                json.append('\n');
            });
        }
        assertThat(findings(json.toString())).containsExactlyInAnyOrderElementsOf(findings(withoutComments(yaml)));
    }

    /** Comments count where they mark a stand-in; both sides go without them. */
    private static String withoutComments(String yaml) {
        StringBuilder text = new StringBuilder(yaml);
        for (YamlDocument document : new YamlReader(YamlLimits.DEFAULT)
                .read(SourceFile.of("m", yaml))
                .documents()) {
            document.comments().forEach(comment -> {
                for (int i = comment.span().start(); i < comment.span().end(); i++) {
                    text.setCharAt(i, ' ');
                }
            });
        }
        return text.toString();
    }

    private List<String> findings(String text) throws LintException {
        LintRequest request = LintRequest.of(directory, List.of("-"))
                .withStandardInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "m")
                .withSelection(new RuleSelection(Profile.ALL, List.of(), List.of(), Map.of()))
                .withJobs(1);
        return TestData.linter().lint(request).findings().stream()
                .map(FormattingTest::shown)
                .toList();
    }

    private static String shown(Finding finding) {
        return finding.severity() + " " + finding.ruleId() + " " + finding.object() + " " + finding.fieldPath() + " "
                + finding.message();
    }

    private static void write(YamlNode node, StringBuilder json) {
        if (node.target() instanceof YamlMapping mapping) {
            json.append('{');
            for (int i = 0; i < mapping.size(); i++) {
                json.append(i == 0 ? "" : ",");
                quote(mapping.name(i), json);
                json.append(':');
                write(mapping.value(i), json);
            }
            json.append('}');
        } else if (node.target() instanceof YamlSequence sequence) {
            json.append('[');
            for (int i = 0; i < sequence.size(); i++) {
                json.append(i == 0 ? "" : ",");
                write(sequence.item(i), json);
            }
            json.append(']');
        } else if (node.target() instanceof YamlScalar scalar) {
            if (scalar.type() == ScalarType.STRING) {
                quote(scalar.text(), json);
            } else {
                json.append(scalar.canonical());
            }
        }
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
