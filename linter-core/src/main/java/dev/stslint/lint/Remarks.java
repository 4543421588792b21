package dev.stslint.lint;

import dev.stslint.config.ConfigFinder;
import dev.stslint.config.LintConfig;
import dev.stslint.judge.HousePolicy;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.ObjectView;
import dev.stslint.manifest.Gap;
import dev.stslint.manifest.ManifestSet;
import dev.stslint.report.FileAccount;
import dev.stslint.report.FileAccount.DocumentAccount;
import dev.stslint.report.FileAccount.Outcome;
import dev.stslint.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What users are told of the input that is no finding. */
final class Remarks {

    private Remarks() {}

    /** Whether there was nothing in what was asked about: no file, or files without content. */
    static boolean areEmpty(List<FileAccount> files) {
        for (FileAccount file : files) {
            if (file.forReference()) {
                continue;
            }
            if (!file.isRead()) {
                return false;
            }
            for (DocumentAccount document : file.documents()) {
                if (document.outcome() != Outcome.EMPTY) {
                    return false;
                }
            }
        }
        return true;
    }

    static List<String> nothingIn(List<String> paths) {
        StringBuilder text = new StringBuilder("no manifests found in ");
        String separator = "";
        for (String path : paths) {
            text.append(separator).append(path.equals("-") ? "standard input" : "`" + path + "`");
            separator = ", ";
        }
        return List.of(text.toString());
    }

    /** Everything that is not judged, a line each: what could not be read, and kinds whose fields nobody knows. */
    static List<String> unjudged(ManifestSet manifests, DefinedKinds kinds) {
        List<String> lines = new ArrayList<>(manifests.gaps().size());
        for (Gap gap : manifests.gaps()) {
            lines.add(line(gap));
        }
        lines.addAll(undecided(manifests, kinds));
        Map<String, Integer> unknown = new TreeMap<>();
        for (ObjectView view : manifests.objects()) {
            boolean isUnknown =
                    Schema.kindOf(view.object()).isEmpty() && kinds.of(view).isEmpty();
            if (isUnknown && kinds.rivals(view).isEmpty()) {
                count(unknown, title(view.object()) + ": fields not checked, no schema is known");
            }
        }
        addCounted(unknown, lines);
        return List.copyOf(lines);
    }

    /** A line for each kind that several definitions speak of, so that none is taken: those who wrote them expect it to be. */
    static List<String> undecided(ManifestSet manifests, DefinedKinds kinds) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        Map<String, Integer> undecided = new TreeMap<>();
        for (ObjectView view : manifests.objects()) {
            List<String> rivals = kinds.rivals(view);
            if (!rivals.isEmpty()) {
                count(
                        undecided,
                        title(view.object()) + ": fields not checked, " + String.join(" and ", rivals)
                                + " define it differently and are equally near");
            }
        }
        List<String> lines = new ArrayList<>(undecided.size());
        addCounted(undecided, lines);
        return lines;
    }

    private static String title(KubernetesObject object) {
        return object.kind() + " (" + object.apiVersion() + ")";
    }

    private static void count(Map<String, Integer> counts, String what) {
        Integer before = counts.get(what);
        counts.put(what, before == null ? 1 : before + 1);
    }

    private static void addCounted(Map<String, Integer> counts, List<String> lines) {
        for (Map.Entry<String, Integer> line : counts.entrySet()) {
            lines.add(line.getKey() + " (" + (line.getValue() == 1 ? "1 object" : line.getValue() + " objects") + ")");
        }
    }

    /**
     * One line for all that could have been read too: more would hide the findings. What does not exist is none of it, and is
     * reported.
     */
    static List<String> unread(List<Gap> gaps, List<Draft> drafts) {
        Set<String> incomplete = new HashSet<>();
        for (Draft draft : drafts) {
            if (draft.rule().equals(EngineRules.MISSING_KUSTOMIZATION_FILE)) {
                incomplete.add(draft.problem().location().file().path());
            }
        }
        String first = "";
        int others = 0;
        for (Gap gap : gaps) {
            boolean isToRead = gap.isUnreadFile() && !incomplete.contains(gap.path());
            if (isToRead && first.isEmpty()) {
                first = line(gap);
            } else if (isToRead) {
                others++;
            }
        }
        if (first.isEmpty()) {
            return List.of();
        }
        return List.of(others == 0 ? first : first + " (and " + others + " more like this)");
    }

    /** A line where all that kustomizations build has to be fetched or made first: no finding says nothing then. */
    static List<String> unbuilt(List<Gap> gaps, List<ObjectView> objects) {
        for (Gap gap : gaps) {
            if (objects.isEmpty() && !gap.isUnreadFile()) {
                return List.of("`" + gap.path() + "` builds nothing that was read;"
                        + " `kustomize build DIRECTORY | stslint lint -` checks what it does");
            }
        }
        return List.of();
    }

    /** A line for each policy that is for no object of the run: it may be for a kind that is spelt otherwise. */
    static List<String> idle(List<HousePolicy> policies, List<ObjectView> objects) {
        if (objects.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(0);
        for (HousePolicy policy : policies) {
            boolean applies = false;
            for (int i = 0; i < objects.size() && !applies; i++) {
                applies = policy.appliesTo(objects.get(i).object());
            }
            if (!applies) {
                lines.add("the schema `" + policy.id() + "` is for no object of this run");
            }
        }
        return lines;
    }

    /**
     * A line for each setting that changes nothing in this run, though whoever wrote it must think that it does.
     *
     * @param hasCharts whether there is something to render
     */
    static List<String> withoutEffect(Settings settings, boolean hasCharts) {
        LintRequest request = settings.request();
        LintConfig config = settings.config();
        List<String> lines = new ArrayList<>(0);
        if (config.equals(LintConfig.NONE) && !request.noConfig()) {
            Optional<String> misnamed =
                    new ConfigFinder(request.workingDirectory()).misnamed(ConfigChoice.starts(request));
            if (misnamed.isPresent()) {
                lines.add("`" + misnamed.get() + "` is no configuration; it has to be called `stslint.yaml`");
            }
        }
        boolean saysHow = request.render().isPresent() || config.render().isPresent();
        if (hasCharts && !saysHow && !config.values().isEmpty()) {
            String file = config.values().get(0).place().file().path();
            lines.add("`values` in `" + file + "` is not used: nothing is rendered without `render: helm`");
        }
        // Of a change there may be no chart because none is touched.
        if (!hasCharts && !request.values().isEmpty() && request.changed().isEmpty()) {
            lines.add("there is no chart to use `" + request.values().get(0) + "` for");
        }
        return lines;
    }

    private static String line(Gap gap) {
        return gap.path() + ": " + gap.reason();
    }
}
