package dev.stslint.lint;

import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.kube.DeployedImage;
import dev.stslint.manifest.ImageVariant;
import dev.stslint.manifest.Reach;
import dev.stslint.source.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What rules say of a workload with the images that kustomizations deploy: one finding for all that deploy the same, with
 * the place that makes it so, and what patches do to it already settled.
 */
final class DeployedReading {

    private final int applications;
    private final Map<String, Told> told = new LinkedHashMap<>();

    /** @param applications how many take the workload */
    DeployedReading(int applications) {
        this.applications = applications;
    }

    private static final class Told {

        private final Draft draft;
        private final Problem problem;
        private final Set<String> holding = new LinkedHashSet<>();

        Told(Draft draft, Problem problem) {
            this.draft = draft;
            this.problem = problem;
        }
    }

    void add(List<Draft> drafts, ImageVariant variant) {
        for (Draft draft : drafts) {
            Problem problem = draft.problem();
            List<Located> fields = new ArrayList<>(problem.evidence());
            fields.add(problem.place());
            List<String> holding = variant.unpatched(fields);
            if (!holding.isEmpty()) {
                String words = draft.rule().id() + ' ' + problem;
                Told known = told.get(words);
                if (known == null) {
                    known = new Told(draft, withImages(problem, fields, variant));
                    told.put(words, known);
                }
                known.holding.addAll(holding);
            }
        }
    }

    private static Problem withImages(Problem problem, List<Located> fields, ImageVariant variant) {
        Problem shown = problem;
        for (DeployedImage image : variant.images()) {
            for (Located field : fields) {
                if (field.fieldPath().equals(image.written().fieldPath())) {
                    shown = shown.seeAlso(image.place(), "with this the image is `" + image.text() + "`");
                    break;
                }
            }
        }
        return shown;
    }

    List<Draft> drafts() {
        List<Draft> drafts = new ArrayList<>(told.size());
        for (Told one : told.values()) {
            Reach reach = new Reach(List.copyOf(one.holding), applications);
            Problem problem = reach.isEverywhere()
                    ? one.problem
                    : one.problem.severity(Severity.INFO).note(reach.words());
            drafts.add(one.draft.settled(problem));
        }
        return drafts;
    }
}
