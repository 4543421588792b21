package dev.stslint.kube;

import dev.stslint.source.Located;
import dev.stslint.source.Location;

/** Some characters of a text value, found again in the source: through quotes, escapes and block indentation. */
record TextPart(Field<?> whole, int from, int to) implements Located {

    @Override
    public Location location() {
        return new Location(whole.owner().file(), whole.spanOf(from, to));
    }

    @Override
    public String fieldPath() {
        return whole.fieldPath();
    }
}
