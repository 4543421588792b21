package dev.stslint.yaml;

import dev.stslint.source.SourceText;
import java.util.Arrays;
import java.util.Optional;

/**
 * A text that stands in a scalar and is YAML itself, as a patch in a kustomization: all around it is blank, so that what is
 * read from it has its places in the file.
 */
public final class EmbeddedText {

    private EmbeddedText() {}

    /** The text in a scalar of a file; empty when it is not written as it reads, as with escapes and folded lines. */
    public static Optional<SourceText> of(YamlScalar scalar, SourceText source) {
        String text = source.text();
        int start = scalar.start();
        int end = scalar.end();
        if (scalar.style() == YamlScalar.Style.LITERAL) {
            start = Math.min(end, YamlText.afterBreak(text, YamlText.lineEnd(text, start, end)));
        } else {
            int quote = scalar.style() == YamlScalar.Style.PLAIN ? 0 : 1;
            start += quote;
            end -= quote;
            if (scalar.style() == YamlScalar.Style.FOLDED
                    || end - start != scalar.text().length()) {
                return Optional.empty();
            }
        }
        return Optional.of(new SourceText(source.file(), blankBefore(text, start) + text.substring(start, end)));
    }

    private static String blankBefore(String text, int start) {
        char[] blank = new char[start];
        Arrays.fill(blank, ' ');
        for (int i = 0; i < start; i++) {
            if (YamlText.isBreak(text.charAt(i))) {
                blank[i] = text.charAt(i);
            }
        }
        return new String(blank);
    }
}
