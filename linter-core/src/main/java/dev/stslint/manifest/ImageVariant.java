package dev.stslint.manifest;

import dev.stslint.kube.DeployedImage;
import dev.stslint.source.Located;
import java.util.ArrayList;
import java.util.List;

/** A workload as some of the applications that take it deploy it: with images other than the written ones. */
public final class ImageVariant {

    private final List<DeployedImage> images;
    private final List<Placement> placements = new ArrayList<>(1);

    ImageVariant(List<DeployedImage> images) {
        this.images = images;
    }

    /** The images of which something else is known than of the written ones. */
    public List<DeployedImage> images() {
        return images;
    }

    boolean deploys(List<DeployedImage> others) {
        if (images.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < images.size(); i++) {
            if (!images.get(i).text().equals(others.get(i).text())
                    || images.get(i).written() != others.get(i).written()) {
                return false;
            }
        }
        return true;
    }

    void add(Placement placement) {
        placements.add(placement);
    }

    /** The directories of the kustomizations that deploy it so and have no patch that touches one of the fields. */
    public List<String> unpatched(List<Located> fields) {
        List<String> directories = new ArrayList<>(placements.size());
        for (Placement placement : placements) {
            boolean isPatched = false;
            for (Located field : fields) {
                isPatched |= placement.isTouchedByPatch(field.fieldPath());
            }
            if (!isPatched && placement.application().isPresent()) {
                directories.add(placement.application().get().directory());
            }
        }
        return directories;
    }
}
