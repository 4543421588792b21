package dev.stslint.benchmarks.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A repository as platform teams have them: small files of one object each, kustomizations with overlays, rendered
 * charts, definitions, dashboards, exported JSON, and what is no manifest at all. Half of the files are below one
 * kilobyte, and most of the bytes stand in a few large ones.
 */
final class Mix {

    /** Every so often a file is not what a linter hopes for. */
    private static final int CRLF_PER_MILLE = 8;

    private static final int ANCHORS_PER_MILLE = 3;

    private static final int BROKEN_PER_MILLE = 1;

    /** What a large file has at most, in bytes, before its parts are rounded up. */
    private static final int LARGEST = 400_000;

    private final long seed;
    private final int files;
    private final long bytes;
    private final Consumer<CorpusFile> out;
    private int written;
    private long size;

    Mix(long seed, int files, long bytes, Consumer<CorpusFile> out) {
        this.seed = seed;
        this.files = files;
        this.bytes = bytes;
        this.out = out;
    }

    /** Writes exactly so many files, and so many bytes give or take the last file. */
    void write() {
        for (int team = 0; written < files; team++) {
            Dice dice = new Dice(seed * 1_000_003 + team);
            String directory = dice.pick("clusters/eu/", "clusters/us/", "apps/", "platform/") + "team-" + team + "/";
            String namespace = Words.name(dice);
            for (int i = dice.between(2, 7); i > 0; i--) {
                for (CorpusFile file : piece(dice, directory, i + "-" + Words.name(dice), namespace)) {
                    if (written < files) {
                        write(spoiled(dice, file));
                    }
                }
            }
        }
    }

    private void write(CorpusFile file) {
        out.accept(file);
        written++;
        size += file.text().length();
    }

    private List<CorpusFile> piece(Dice dice, String directory, String name, String namespace) {
        long missing = bytes * (written + 1) / files - size;
        if (missing > 0) {
            return List.of(large(dice, directory + name, namespace));
        }
        Application application = new Application(dice, name.substring(name.indexOf('-') + 1), namespace);
        return switch (dice.between(0, 9)) {
            case 0, 1, 2 -> kustomized(dice, application, directory + name + "/");
            case 3 -> List.of(chart(dice, application, directory + name + ".yaml", dice.between(1, 3)));
            case 4 -> List.of(export(application, directory + name + ".json"));
            case 5 -> others(dice, directory + name + "/");
            default -> separate(dice, application, directory + name + "/");
        };
    }

    /** What brings the bytes: rendered charts, definitions, dashboards. */
    private CorpusFile large(Dice dice, String path, String namespace) {
        int target = dice.skewed(30_000, LARGEST);
        Platform platform = new Platform(dice);
        return switch (dice.between(0, 9)) {
            case 0, 1 -> file(dice, path + "-dashboards.yaml", List.of(platform.dashboards(target)));
            case 2, 3, 4 -> {
                List<Manifest> definitions = new ArrayList<>();
                for (int bytesLeft = target; bytesLeft > 0; ) {
                    int fields = dice.skewed(30, 900);
                    definitions.add(platform.definition(fields));
                    bytesLeft -= fields * 260;
                }
                yield file(dice, path + "-crds.yaml", definitions);
            }
            case 5 -> file(dice, path + "-alerts.yaml", List.of(platform.prometheusRule(target / 450)));
            default -> {
                List<Manifest> release = new ArrayList<>();
                if (dice.chance(50)) {
                    release.add(platform.webhook());
                    release.add(platform.agent());
                    release.add(platform.trustBundle(dice.between(1, 6)));
                }
                for (int i = 0; i < target / 9_000; i++) {
                    String name = Words.name(dice) + i;
                    release.addAll(new Application(dice, name, namespace).objects(dice.between(1, 4)));
                }
                yield rendered(dice, path + ".yaml", release);
            }
        };
    }

    /** One object a file. */
    private static List<CorpusFile> separate(Dice dice, Application application, String directory) {
        List<CorpusFile> files = new ArrayList<>();
        for (Manifest manifest : application.objects(dice.between(1, 3))) {
            files.add(file(dice, directory + manifest.fileName() + ".yaml", List.of(manifest)));
        }
        return files;
    }

    private static CorpusFile chart(Dice dice, Application application, String path, int services) {
        return rendered(dice, path, application.objects(services));
    }

    /** As {@code helm template} writes it. */
    private static CorpusFile rendered(Dice dice, String path, List<Manifest> manifests) {
        StringBuilder text = new StringBuilder();
        for (Manifest manifest : manifests) {
            text.append("---\n# Source: ").append(Words.name(dice)).append("/templates/");
            text.append(manifest.fileName()).append(".yaml\n");
            manifest.write(new YamlWriter(text, dice.chance(50)));
        }
        return new CorpusFile(path, text.toString());
    }

    /** As {@code kubectl get -o json} writes it. */
    private static CorpusFile export(Application application, String path) {
        StringBuilder text = new StringBuilder();
        JsonWriter json = new JsonWriter(text);
        json.object(() -> {
            json.put("apiVersion", "v1").put("kind", "List");
            json.list("items", () -> {
                for (Manifest manifest : application.objects(1)) {
                    json.item(() -> manifest.write(json));
                }
            });
        });
        return new CorpusFile(path, text.append('\n').toString());
    }

    private static List<CorpusFile> kustomized(Dice dice, Application application, String directory) {
        List<CorpusFile> files = new ArrayList<>();
        StringBuilder base = new StringBuilder("apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n");
        base.append("resources:\n");
        String patched = "";
        for (Manifest manifest : application.objects(dice.between(1, 2))) {
            base.append("  - ").append(manifest.fileName()).append(".yaml\n");
            files.add(file(dice, directory + "base/" + manifest.fileName() + ".yaml", List.of(manifest)));
            patched = manifest.kind().equals("Deployment") ? manifest.name() : patched;
        }
        files.add(new CorpusFile(directory + "base/kustomization.yaml", base.toString()));
        for (String stage : List.of("development", "staging", "production").subList(0, dice.between(1, 3))) {
            String overlay = directory + "overlays/" + stage + "/";
            StringBuilder text = new StringBuilder("apiVersion: kustomize.config.k8s.io/v1beta1\n");
            text.append("kind: Kustomization\nnamespace: ")
                    .append(application.namespace())
                    .append('-')
                    .append(stage);
            text.append("\nresources:\n  - ../../base\npatches:\n  - path: replicas.yaml\n");
            text.append("images:\n  - name: registry.example.com/platform/tools\n    newTag: \"2.15\"\n");
            files.add(new CorpusFile(overlay + "kustomization.yaml", text.toString()));
            files.add(new CorpusFile(
                    overlay + "replicas.yaml",
                    "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: " + patched + "\n  namespace: "
                            + application.namespace() + "\nspec:\n  replicas: " + dice.between(2, 6) + "\n"));
        }
        return files;
    }

    /** What lies beside manifests: values, workflows, documentation. */
    private static List<CorpusFile> others(Dice dice, String directory) {
        StringBuilder values =
                new StringBuilder("# ").append(Words.sentence(dice, 9)).append('\n');
        YamlWriter out = new YamlWriter(values, true);
        for (int i = dice.between(3, 30); i > 0; i--) {
            out.comment(Words.sentence(dice, dice.between(4, 14)));
            out.map(Words.field(dice) + i, () -> {
                out.put("enabled", dice.pick("true", "false"));
                out.map("image", () -> out.put("repository", Words.name(dice)).put("tag", "\"1.4\""));
                out.put("annotations", "{}");
            });
        }
        StringBuilder workflow = new StringBuilder("name: build\non: [push]\njobs:\n");
        for (int i = dice.between(1, 4); i > 0; i--) {
            workflow.append("  job").append(i).append(":\n    runs-on: ubuntu-latest\n    steps:\n");
            workflow.append("      - uses: actions/checkout@v4\n      - run: make ")
                    .append(Words.thing(dice));
            workflow.append('\n');
        }
        return List.of(
                new CorpusFile(directory + "values.yaml", values.toString()),
                new CorpusFile(directory + "workflow.yml", workflow.toString()));
    }

    private static CorpusFile file(Dice dice, String path, List<Manifest> manifests) {
        StringBuilder text = new StringBuilder();
        boolean indentsLists = dice.chance(65);
        if (dice.chance(25)) {
            for (int i = dice.between(1, 4); i > 0; i--) {
                text.append("# ")
                        .append(Words.sentence(dice, dice.between(5, 14)))
                        .append('\n');
            }
        }
        boolean separated = dice.chance(30);
        for (Manifest manifest : manifests) {
            text.append(separated || !manifest.equals(manifests.get(0)) ? "---\n" : "");
            manifest.write(new YamlWriter(text, indentsLists));
        }
        return new CorpusFile(path, text.toString());
    }

    private static CorpusFile spoiled(Dice dice, CorpusFile file) {
        String text = file.text();
        if (dice.perMille(CRLF_PER_MILLE)) {
            text = text.replace("\n", "\r\n");
        } else if (file.path().endsWith(".yaml") && dice.perMille(ANCHORS_PER_MILLE)) {
            text = text.replaceFirst("labels:\n", "labels: &labels\n") + "x-labels: *labels\n";
        } else if (dice.perMille(BROKEN_PER_MILLE)) {
            text = text + "\tspec: [\n";
        }
        return new CorpusFile(file.path(), text);
    }
}
