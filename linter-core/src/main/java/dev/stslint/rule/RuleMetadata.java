package dev.stslint.rule;

import dev.stslint.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about a rule besides what it does: the single source of its documentation, of SARIF's rule table
 * and of what options accept.
 *
 * @param id names the bad thing, kebab-case; public and stable
 * @param summary one line: what is wrong when it fires, lower case, no full stop
 * @param severity of a finding that sets no tier
 * @param tiers the other severities that its findings may have
 * @param profile the smallest profile the rule is on in
 * @param since the first version that has it
 * @param fix whether some of its findings can be repaired by machine
 * @param options what can be set
 * @param yieldsTo ids of rules that speak for the same cause: where one of them does, this one is silent
 * @param local whether it reads only the object it is given: it then runs while the whole tree is at hand
 * @param defined whether it asks for the {@linkplain RuleContext#judgement judgement} of custom objects by their definition
 * @param imageReading whether it looks at images, and runs once more on a workload with those that kustomizations deploy
 * @param concealing whether it knows which values are secret: it runs even when it is not selected, and reads the patches of
 *     kustomizations too, which are no objects but show what stands in them all the same
 */
public record RuleMetadata(
        String id,
        String summary,
        Category category,
        Severity severity,
        List<Severity> tiers,
        Profile profile,
        String since,
        FixAvailability fix,
        List<RuleOption<?>> options,
        List<String> yieldsTo,
        boolean local,
        boolean defined,
        boolean imageReading,
        boolean concealing)
        implements Comparable<RuleMetadata> {

    /** Starts the metadata of a rule. */
    public static Builder of(String id) {
        return new Builder(id);
    }

    /** Every severity that its findings may have, the gravest first. */
    public List<Severity> severities() {
        List<Severity> all = new ArrayList<>(3);
        for (Severity each : Severity.values()) {
            if (each == severity || tiers.contains(each)) {
                all.add(each);
            }
        }
        return List.copyOf(all);
    }

    /** The same as words for people, as {@code error, warning}. */
    public String severityWords() {
        StringBuilder words = new StringBuilder();
        for (Severity each : severities()) {
            words.append(words.isEmpty() ? "" : ", ").append(each.id());
        }
        return words.toString();
    }

    /** By id, which no two rules share. */
    @Override
    public int compareTo(RuleMetadata other) {
        return id.compareTo(other.id);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleMetadata rule && id.equals(rule.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** The page of the rule on the web. */
    public String helpUri() {
        return "https://stslint.dev/rules/" + id;
    }

    /** Collects metadata; summary, category, severity and since must be given. */
    public static final class Builder {

        private final String id;
        private String summary = "";
        private Category category = Category.ENGINE;
        private Severity severity = Severity.WARNING;
        private List<Severity> tiers = List.of();
        private Profile profile = Profile.RECOMMENDED;
        private String since = "";
        private FixAvailability fix = FixAvailability.NEVER;
        private List<RuleOption<?>> options = List.of();
        private List<String> yieldsTo = List.of();
        private boolean local;
        private boolean defined;
        private boolean imageReading;
        private boolean concealing;

        private Builder(String id) {
            this.id = id;
        }

        public Builder summary(String text) {
            summary = text;
            return this;
        }

        public Builder category(Category value) {
            category = value;
            return this;
        }

        public Builder severity(Severity value) {
            severity = value;
            return this;
        }

        /** The severities that its findings may have besides. */
        public Builder tiers(Severity... values) {
            tiers = List.of(values);
            return this;
        }

        /** Only in this profile and larger ones. */
        public Builder profile(Profile value) {
            profile = value;
            return this;
        }

        public Builder since(String version) {
            since = version;
            return this;
        }

        public Builder fix(FixAvailability value) {
            fix = value;
            return this;
        }

        public Builder options(RuleOption<?>... values) {
            options = List.of(values);
            return this;
        }

        /** Ids of the rules that speak for the same cause. */
        public Builder yieldsTo(String... ids) {
            yieldsTo = List.of(ids);
            return this;
        }

        /**
         * Reads only the object it is given. Such a rule sees every object with all of its values; the others run when
         * all files are read, and see ConfigMaps, Secrets and kinds without a view with their values gone.
         */
        public Builder local() {
            local = true;
            return this;
        }

        /** Runs once more on a custom object whose definition the run holds: then the context has a judgement. */
        public Builder defined() {
            defined = true;
            return this;
        }

        /**
         * Looks at the images of containers: runs once more on a workload as it is with the images that kustomizations deploy in
         * place of the written ones. Such a rule is {@link #local()} too, and bases its findings on the fields of the images.
         */
        public Builder imageReading() {
            imageReading = true;
            return this;
        }

        /**
         * Knows which values are secret: runs even when it is not selected, and on patches too, whose findings stand though
         * patches are no objects. For a patch {@code manifests()} holds nothing.
         */
        public Builder concealing() {
            concealing = true;
            return this;
        }

        public RuleMetadata build() {
            if (summary.isEmpty() || since.isEmpty()) {
                throw new IllegalStateException("rule " + id + " needs a summary and a first version");
            }
            return new RuleMetadata(
                    id,
                    summary,
                    category,
                    severity,
                    tiers,
                    profile,
                    since,
                    fix,
                    options,
                    yieldsTo,
                    local,
                    defined,
                    imageReading,
                    concealing);
        }
    }
}
