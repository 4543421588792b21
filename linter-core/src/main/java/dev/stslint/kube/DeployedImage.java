package dev.stslint.kube;

import dev.stslint.source.Located;
import dev.stslint.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The image that a kustomization's {@code images} puts in place of the written one.
 *
 * @param written the container's field
 * @param text the image that is deployed
 * @param place what in the kustomization makes it that
 * @param isAlike whether all that is known of the written one holds for it too
 */
public record DeployedImage(Field<String> written, String text, Located place, boolean isAlike) {

    /** The image in a field; empty when one of the two cannot be an image. */
    public static Optional<DeployedImage> of(Field<String> written, String text, Located place) {
        Optional<ImageReference> before = ImageReference.parse(written.or(""));
        Optional<ImageReference> after = ImageReference.parse(text);
        return before.isEmpty() || after.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new DeployedImage(written, text, place, StatefulImages.areAlike(before.get(), after.get())));
    }

    /** A workload with these images, and all else as it is written. */
    public static ObjectView in(Workload workload, List<DeployedImage> images) {
        Map<YamlNode, String> texts = new HashMap<>();
        for (DeployedImage image : images) {
            Optional<YamlNode> node = image.written().node();
            if (node.isPresent()) {
                texts.put(node.get().target(), image.text());
            }
        }
        return Views.of(workload.object().with(texts));
    }
}
