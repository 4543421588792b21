package dev.stslint.manifest;

import dev.stslint.secret.Mask;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one kustomization, applied on its own, makes of the input: the widest scope in which names are looked up. */
final class Application {

    private final String directory;
    private final List<GeneratedObject> generated = new ArrayList<>(0);
    private String openReason = "";
    private int taken;
    private String absentFile = "";
    private boolean isBroken;
    private final Set<String> entered = new HashSet<>(0);

    Application(String directory) {
        this.directory = directory;
    }

    String directory() {
        return directory;
    }

    /** Notes that the kustomization takes something that is not in the input. */
    void open(String reason) {
        if (openReason.isEmpty()) {
            openReason = reason;
        }
    }

    /**
     * Notes that a file which the kustomization takes is not there. It would not build; what such a file holds as a rule
     * is kept out of repositories on purpose: Secrets, and the values of ConfigMaps.
     */
    void lacks(String file) {
        if (absentFile.isEmpty()) {
            absentFile = file;
        }
    }

    /** Notes that it takes a directory; gives whether that is the first time. */
    boolean enter(String taken) {
        return entered.add(taken);
    }

    /** Notes that something of what it takes cannot be read as it stands, or that it is never built by itself. */
    void breakUp() {
        isBroken = true;
    }

    /** Whether all that it has taken so far was read. */
    boolean isComplete() {
        return openReason.isEmpty() && absentFile.isEmpty() && !isBroken;
    }

    /** Why an object of a kind may exist that was not read; empty when there is no reason to think so. */
    String openReason(String kind) {
        boolean keptOut = kind.equals("Secret") || kind.equals("ConfigMap");
        return openReason.isEmpty() && keptOut && !absentFile.isEmpty()
                ? "a kustomization takes `" + Mask.secretsIn(absentFile) + "`, which was not read"
                : openReason;
    }

    /** Counts directories and objects that it takes, however often it takes the same. */
    void take(int count) {
        taken += count;
    }

    int taken() {
        return taken;
    }

    void generates(GeneratedObject object) {
        generated.add(object);
    }

    boolean isGenerated(String kind, String name) {
        for (GeneratedObject object : generated) {
            if (object.isCalled(kind, name)) {
                return true;
            }
        }
        return false;
    }

    List<GeneratedObject> generated() {
        return generated;
    }
}
