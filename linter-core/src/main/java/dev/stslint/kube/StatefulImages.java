package dev.stslint.kube;

import java.util.Optional;

/** Images of databases, brokers and stores: what {@code stateful-images.txt} knows of them. It is read at first use. */
public final class StatefulImages {

    private StatefulImages() {}

    /** Loads the table once, and only when somebody asks. */
    private static final class Holder {
        static final ImageTable TABLE = ImageTable.load();
    }

    /** What is known of an image; empty for all others: applications, exporters, operators, clients. */
    public static Optional<StatefulImage> find(ImageReference image) {
        return find(image, Holder.TABLE);
    }

    /** What is known of the image that a container runs. */
    public static Optional<StatefulImage> find(Container container) {
        return container.image().isPresent() ? find(container.image().get()) : Optional.empty();
    }

    /** Whether all that is known of one image holds for the other: nothing of either, or they are releases of one system with the same first number. */
    static boolean areAlike(ImageReference one, ImageReference other) {
        Optional<StatefulImage> known = find(one);
        Optional<StatefulImage> otherKnown = find(other);
        if (known.isEmpty() || otherKnown.isEmpty()) {
            return known.isEmpty() && otherKnown.isEmpty();
        }
        return known.get().system().equals(otherKnown.get().system())
                && known.get().isGuess() == otherKnown.get().isGuess()
                && known.get().tag().major().equals(otherKnown.get().tag().major());
    }

    static Optional<StatefulImage> find(ImageReference image, ImageTable table) {
        Optional<ImageTable.Match> match = table.find(image);
        return match.isEmpty() ? Optional.empty() : Optional.of(StatefulImage.of(image, match.get()));
    }
}
