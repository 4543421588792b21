package dev.stslint.kube;

/** A Pod of its own; it is its own template. */
public record Pod(KubernetesObject object, PodTemplate template) implements Workload {

    static Pod of(KubernetesObject object) {
        return new Pod(object, PodTemplate.of(object.fields()));
    }

    /**
     * Whether it is a mould that a build server makes its agents' pods from, with volumes and containers of its own: it
     * has no name to be applied under, Jenkins' own {@code jnlp} container, or one that is only kept open by {@code cat}
     * on a terminal for steps to run in.
     */
    public boolean isAgentMould() {
        if (object.name().isAbsent() && object.metadata().text("generateName").isAbsent()) {
            return true;
        }
        for (Container container : template.containers()) {
            boolean isKeptOpen = container.command().size() == 1
                    && container.command().get(0).is("cat")
                    && container.fields().bool("tty").is(true);
            if (isKeptOpen || container.name().is("jnlp")) {
                return true;
            }
        }
        return false;
    }
}
