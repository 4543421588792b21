package dev.stslint.kube;

/** Puts the view on an object that its kind calls for. */
public final class Views {

    private Views() {}

    public static ObjectView of(KubernetesObject object) {
        return switch (object.group()) {
            case "" -> core(object);
            case "apps", "extensions" -> apps(object);
            case "batch" -> batch(object);
            case "policy" ->
                object.kind().equals("PodDisruptionBudget")
                        ? new PodDisruptionBudget(object)
                        : new GenericObject(object);
            case "autoscaling" ->
                object.kind().equals("HorizontalPodAutoscaler") ? new Autoscaler(object) : new GenericObject(object);
            case "keda.sh" -> object.kind().equals("ScaledObject") ? new Autoscaler(object) : new GenericObject(object);
            case "storage.k8s.io" ->
                object.kind().equals("StorageClass") ? new StorageClass(object) : new GenericObject(object);
            case "apiextensions.k8s.io" ->
                object.kind().equals("CustomResourceDefinition")
                                && object.version().equals("v1")
                        ? new CustomResourceDefinition(object)
                        : new GenericObject(object);
            case Kustomization.GROUP ->
                Kustomization.KINDS.contains(object.kind()) ? new Kustomization(object) : new GenericObject(object);
            default -> new GenericObject(object);
        };
    }

    private static ObjectView core(KubernetesObject object) {
        return switch (object.kind()) {
            case "Pod" -> Pod.of(object);
            case "Service" -> new Service(object);
            case "ReplicationController" -> ReplicationController.of(object);
            case "PersistentVolumeClaim" -> new PersistentVolumeClaim(object);
            case "Secret" -> new Secret(object);
            case "ConfigMap" -> new ConfigMap(object);
            default -> new GenericObject(object);
        };
    }

    private static ObjectView apps(KubernetesObject object) {
        return switch (object.kind()) {
            case "StatefulSet" -> StatefulSet.of(object);
            case "Deployment" -> Deployment.of(object);
            case "DaemonSet" -> DaemonSet.of(object);
            case "ReplicaSet" -> ReplicaSet.of(object);
            default -> new GenericObject(object);
        };
    }

    private static ObjectView batch(KubernetesObject object) {
        return switch (object.kind()) {
            case "Job" -> Job.of(object);
            case "CronJob" -> CronJob.of(object);
            default -> new GenericObject(object);
        };
    }
}
