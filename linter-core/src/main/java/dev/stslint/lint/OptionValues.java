package dev.stslint.lint;

import dev.stslint.change.HookCommits;
import dev.stslint.config.Rendering;
import dev.stslint.finding.Severity;
import dev.stslint.finding.Threshold;
import dev.stslint.finding.VersionRange;
import dev.stslint.kube.NameToken;
import dev.stslint.rule.Profile;
import dev.stslint.source.NearestNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the values of options mean. Every front end gets them as text and asks here, so that all accept the same and
 * answer mistakes in the same words; what the option itself is called only the front end knows, and puts in front.
 */
public final class OptionValues {

    private OptionValues() {}

    /** {@code error}, {@code warning} or {@code info}. */
    public static Severity severity(String text) throws LintException {
        for (Severity severity : Severity.values()) {
            if (severity.id().equals(text)) {
                return severity;
            }
        }
        throw unknown("severity", text, severities());
    }

    /** A severity, or {@code never}. */
    public static Threshold threshold(String text) throws LintException {
        for (Threshold threshold : Threshold.values()) {
            if (threshold.id().equals(text)) {
                return threshold;
            }
        }
        throw unknown("level", text, thresholds());
    }

    /** The id of a profile. */
    public static Profile profile(String text) throws LintException {
        for (Profile profile : Profile.values()) {
            if (profile.id().equals(text)) {
                return profile;
            }
        }
        throw unknown("profile", text, profiles());
    }

    /** {@code never} or {@code helm}. */
    public static Rendering rendering(String text) throws LintException {
        for (Rendering rendering : Rendering.values()) {
            if (rendering.id().equals(text)) {
                return rendering;
            }
        }
        throw unknown("way to render", text, renderings());
    }

    /** {@code 1.34} or {@code 1.31..1.36}; only versions that are supported, of which enough is known. */
    public static VersionRange kubernetes(String text) throws LintException {
        VersionRange versions = VersionRange.parse(text)
                .orElseThrow(() -> new LintException("`" + text + "` names no versions; write `"
                        + VersionRange.SUPPORTED.newest() + "` or `" + VersionRange.SUPPORTED + "`"));
        if (!VersionRange.SUPPORTED.covers(versions)) {
            throw new LintException("`" + text + "` is not within the supported versions, " + VersionRange.SUPPORTED);
        }
        return versions;
    }

    /**
     * What is compared when a user asks for a change: what he names, or what the program that runs this as a hook does.
     *
     * @param named empty text for no name
     * @param variables of the environment
     */
    public static Optional<String> changed(Optional<String> named, Map<String, String> variables) {
        return named.isPresent() && named.get().isEmpty() ? Optional.of(HookCommits.in(variables)) : named;
    }

    /** The name of a namespace; empty: none. */
    public static Optional<String> namespace(String text) throws LintException {
        if (!text.isEmpty() && !NameToken.isDnsLabel(text)) {
            throw new LintException("`" + text
                    + "` is not the name of a namespace: up to 63 lower-case letters, digits and inner dashes");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Lists separated by commas, put together; each entry is a rule or category. */
    public static List<String> ids(List<String> texts) throws LintException {
        List<String> ids = new ArrayList<>();
        for (String text : texts) {
            for (String part : text.split(",", -1)) {
                String id = part.strip();
                if (id.isEmpty()) {
                    throw new LintException("`" + text + "` holds an empty name");
                }
                ids.add(id);
            }
        }
        return List.copyOf(ids);
    }

    /** Lists of {@code rule=severity}, put together; of two for one rule, the later counts. */
    public static Map<String, Severity> severities(List<String> texts) throws LintException {
        Map<String, Severity> severities = new LinkedHashMap<>();
        for (String entry : ids(texts)) {
            int equals = entry.indexOf('=');
            if (equals <= 0) {
                throw new LintException("`" + entry + "` is not of the form RULE=SEVERITY");
            }
            severities.put(
                    entry.substring(0, equals).strip(),
                    severity(entry.substring(equals + 1).strip()));
        }
        return severities;
    }

    /** How many threads; 0: as many as pay. */
    public static int jobs(String text) throws LintException {
        try {
            int jobs = Integer.parseInt(text);
            if (jobs >= 0) {
                return jobs;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new LintException("`" + text + "` is not a number of threads");
    }

    /** All severities, the gravest first. */
    public static List<String> severities() {
        List<String> words = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            words.add(severity.id());
        }
        return words;
    }

    /** What {@link #threshold} accepts. */
    public static List<String> thresholds() {
        List<String> words = new ArrayList<>();
        for (Threshold threshold : Threshold.values()) {
            words.add(threshold.id());
        }
        return words;
    }

    /** All profiles, the smallest first. */
    public static List<String> profiles() {
        List<String> words = new ArrayList<>();
        for (Profile profile : Profile.values()) {
            words.add(profile.id());
        }
        return words;
    }

    /** What {@link #rendering} accepts. */
    public static List<String> renderings() {
        List<String> words = new ArrayList<>();
        for (Rendering rendering : Rendering.values()) {
            words.add(rendering.id());
        }
        return words;
    }

    /** An unknown word, with the nearest ones, or all when none is near. */
    public static LintException unknown(String what, String text, List<String> known) {
        NearestNames nearest = NearestNames.of(text, known);
        String hint = nearest.names().isEmpty() ? "; there are " + listed(known) : nearest.question();
        return new LintException("there is no " + what + " `" + text + "`" + hint);
    }

    private static String listed(List<String> words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            if (i > 0) {
                text.append(i == words.size() - 1 ? " and " : ", ");
            }
            text.append('`').append(words.get(i)).append('`');
        }
        return text.toString();
    }
}
