package dev.stslint.lint;

import dev.stslint.filter.SuppressionRules;
import dev.stslint.finding.Severity;
import dev.stslint.report.LintReport;
import dev.stslint.rule.Category;
import dev.stslint.rule.RuleMetadata;
import java.util.ArrayList;
import java.util.List;

/** What the engine itself reports: files and documents that cannot be read as meant, and its own failures. */
final class EngineRules {

    static final RuleMetadata AMBIGUOUS_KUSTOMIZATION_ENTRY = engine(
            "ambiguous-kustomization-entry",
            "a kustomization changes or copies one object, and several fit",
            Category.YAML);
    static final RuleMetadata CYCLIC_KUSTOMIZATION =
            engine("cyclic-kustomization", "a kustomization takes itself, or a directory above it", Category.YAML);
    static final RuleMetadata DUPLICATE_KEY = engine(
            "duplicate-key", "a key stands twice in one mapping; kubectl silently keeps the last", Category.YAML);
    static final RuleMetadata DUPLICATE_KUSTOMIZATION_FILE =
            engine("duplicate-kustomization-file", "a directory holds more than one kustomization", Category.YAML);
    static final RuleMetadata DUPLICATE_KUSTOMIZATION_OBJECT =
            engine("duplicate-kustomization-object", "a kustomization takes or makes an object twice", Category.YAML);
    static final RuleMetadata EMPTY_KUSTOMIZATION =
            engine("empty-kustomization", "a kustomization says nothing", Category.YAML);
    static final RuleMetadata IGNORED_CONTENT =
            engine("ignored-content", "kubectl never reads, or rejects, what stands here", Category.YAML);
    static final RuleMetadata INTERNAL_ERROR =
            engine(LintReport.INTERNAL_ERROR, "a rule of stslint failed; please report it", Category.ENGINE);
    static final RuleMetadata INVALID_CONFIGURATION =
            engine("invalid-configuration", "the configuration file cannot be obeyed", Category.ENGINE);
    static final RuleMetadata INVALID_ENCODING =
            engine("invalid-encoding", "a file is not UTF-8 and was not read", Category.YAML);
    static final RuleMetadata INVALID_KUSTOMIZATION_ENTRY =
            engine("invalid-kustomization-entry", "a kustomization has an entry that kustomize refuses", Category.YAML);
    static final RuleMetadata INVALID_YAML =
            engine("invalid-yaml", "a document does not parse and was not read", Category.YAML);
    static final RuleMetadata MISSING_KUSTOMIZATION_FILE =
            engine("missing-kustomization-file", "a kustomization takes a file that does not exist", Category.YAML);
    static final RuleMetadata RENDER_FAILED = engine(
            "render-failed",
            "a chart that was to be rendered was not, so its templates were not checked",
            Category.YAML);
    static final RuleMetadata RESOURCE_LIMIT =
            engine("resource-limit", "a file or document is too large or too deep and was not read", Category.YAML);
    static final RuleMetadata RESTRICTED_KUSTOMIZATION_FILE = RuleMetadata.of("restricted-kustomization-file")
            .summary("a kustomization takes a file from outside of its directory")
            .category(Category.YAML)
            .severity(Severity.WARNING)
            .since("0.1")
            .build();
    static final RuleMetadata UNKNOWN_KUSTOMIZATION_KEY = engine(
            "unknown-kustomization-key", "a kustomization has a key that kustomize does not take", Category.YAML);
    static final RuleMetadata UNMATCHED_KUSTOMIZATION_ENTRY = engine(
            "unmatched-kustomization-entry",
            "a kustomization changes an object that it does not take, or a field that is not there",
            Category.YAML);
    static final RuleMetadata UNREADABLE_FILE =
            engine("unreadable-file", "a file or directory cannot be read", Category.YAML);
    static final RuleMetadata UNRENDERED_TEMPLATE = RuleMetadata.of("unrendered-template")
            .summary("a file holds template markup and was not read")
            .category(Category.YAML)
            .severity(Severity.INFO)
            .since("0.1")
            .build();

    static final List<RuleMetadata> ALL = withThoseOfSuppressions(List.of(
            AMBIGUOUS_KUSTOMIZATION_ENTRY,
            CYCLIC_KUSTOMIZATION,
            DUPLICATE_KEY,
            DUPLICATE_KUSTOMIZATION_FILE,
            DUPLICATE_KUSTOMIZATION_OBJECT,
            EMPTY_KUSTOMIZATION,
            IGNORED_CONTENT,
            INTERNAL_ERROR,
            INVALID_CONFIGURATION,
            INVALID_ENCODING,
            INVALID_KUSTOMIZATION_ENTRY,
            INVALID_YAML,
            MISSING_KUSTOMIZATION_FILE,
            RENDER_FAILED,
            RESOURCE_LIMIT,
            RESTRICTED_KUSTOMIZATION_FILE,
            UNKNOWN_KUSTOMIZATION_KEY,
            UNMATCHED_KUSTOMIZATION_ENTRY,
            UNREADABLE_FILE,
            UNRENDERED_TEMPLATE));

    private EngineRules() {}

    private static RuleMetadata engine(String id, String summary, Category category) {
        return RuleMetadata.of(id)
                .summary(summary)
                .category(category)
                .severity(Severity.ERROR)
                .since("0.1")
                .build();
    }

    private static List<RuleMetadata> withThoseOfSuppressions(List<RuleMetadata> own) {
        List<RuleMetadata> all = new ArrayList<>(own);
        all.addAll(SuppressionRules.ALL);
        return List.copyOf(all);
    }
}
