package dev.stslint.kube;

import dev.stslint.source.Located;
import dev.stslint.source.Location;
import dev.stslint.source.SourceFile;
import dev.stslint.source.Span;
import dev.stslint.yaml.ScalarText;
import dev.stslint.yaml.YamlScalar;

/** Some characters of a text value, found again in the source: through quotes, escapes and block indentation. */
final class TextPart implements Located {

    private final Field<?> whole;
    private final SourceFile file;
    private final YamlScalar scalar;
    private final int from;
    private final int to;

    TextPart(Field<?> whole, SourceFile file, YamlScalar scalar, int from, int to) {
        this.whole = whole;
        this.file = file;
        this.scalar = scalar;
        this.from = from;
        this.to = to;
    }

    @Override
    public Location location() {
        Span span = ScalarText.spanOf(scalar, from, to, file::text);
        return new Location(file, span);
    }

    @Override
    public String fieldPath() {
        return whole.fieldPath();
    }
}
