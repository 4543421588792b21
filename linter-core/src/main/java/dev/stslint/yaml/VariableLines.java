package dev.stslint.yaml;

import dev.stslint.source.SourceText;
import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A file of variables, {@code NAME=value} a line, seen as mappings whose names and values have their places in it. Read as
 * kustomize reads what generators take as {@code envs} (sigs.k8s.io/kustomize/api/kv), but that a pair of quotes around a
 * value is no part of it.
 */
public final class VariableLines {

    private VariableLines() {}

    /** The variables; a mapping more for each time that a name comes again. */
    public static List<YamlMapping> in(SourceText source) {
        String text = source.text();
        List<YamlMapping> mappings = new ArrayList<>(1);
        List<String> names = new ArrayList<>();
        List<YamlNode> keys = new ArrayList<>();
        List<YamlNode> values = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int start = 0; start < text.length(); ) {
            int end = YamlText.lineEnd(text, start, text.length());
            int name = contentStart(text, start, end);
            int equals = YamlText.indexOf(text, "=", name, end);
            if (equals > name && text.charAt(name) != '#') {
                if (!seen.add(text.substring(name, equals))) {
                    mappings.add(mapping(names, keys, values));
                    names.clear();
                    keys.clear();
                    values.clear();
                    seen.clear();
                    seen.add(text.substring(name, equals));
                }
                names.add(text.substring(name, equals));
                keys.add(scalar(text, name, equals));
                values.add(value(text, equals + 1, end));
            }
            start = Math.max(end + 1, YamlText.afterBreak(text, end));
        }
        if (!names.isEmpty()) {
            mappings.add(mapping(names, keys, values));
        }
        return mappings;
    }

    /** The names of the variables in their order, one that comes again included. */
    public static List<String> namesIn(SourceText source) {
        List<String> names = new ArrayList<>();
        for (YamlMapping mapping : in(source)) {
            for (int i = 0; i < mapping.size(); i++) {
                names.add(mapping.name(i));
            }
        }
        return names;
    }

    /**
     * The lines that are neither blank, nor a comment, nor a variable: most likely a value that was wrapped. One that ends
     * with the padding of base64 is one too, behind such a line, or when no name looks like it.
     */
    public static List<Span> othersIn(SourceText source) {
        String text = source.text();
        List<Span> others = new ArrayList<>(0);
        boolean isBehindOther = false;
        for (int start = 0; start < text.length(); ) {
            int end = YamlText.lineEnd(text, start, text.length());
            int name = contentStart(text, start, end);
            boolean isPadded =
                    end > name && text.charAt(end - 1) == '=' && (isBehindOther || endsBase64(text, name, end));
            isBehindOther = name < end && text.charAt(name) != '#' && (isPadded || !startsWithName(text, name, end));
            if (isBehindOther) {
                others.add(new Span(name, end));
            }
            start = Math.max(end + 1, YamlText.afterBreak(text, end));
        }
        return others;
    }

    /** Behind the white space and the byte order mark that a line starts with. */
    private static int contentStart(String text, int start, int end) {
        int i = start;
        while (i < end && (text.charAt(i) <= ' ' || text.charAt(i) == '\uFEFF')) {
            i++;
        }
        return i;
    }

    /** Whether an equals sign follows what may be a name, but for the blanks that kustomize refuses. */
    private static boolean startsWithName(String text, int start, int end) {
        int i = start;
        while (i < end && text.charAt(i) != '=' && text.charAt(i) != '+' && text.charAt(i) != '/') {
            i++;
        }
        return i > start && i < end && text.charAt(i) == '=';
    }

    /** Whether two equals signs end a line, or one stands behind capitals, small letters and digits without a divider. */
    private static boolean endsBase64(String text, int start, int end) {
        boolean isSmall = false;
        boolean isCapital = false;
        boolean isDigit = false;
        int i = start;
        while (i < end && text.charAt(i) != '=') {
            char c = text.charAt(i);
            if (c == '_' || c == '-' || c == '.') {
                return false;
            }
            isSmall |= c >= 'a' && c <= 'z';
            isCapital |= c >= 'A' && c <= 'Z';
            isDigit |= c >= '0' && c <= '9';
            i++;
        }
        return i > start && (i == end - 2 || (i == end - 1 && isSmall && isCapital && isDigit));
    }

    private static YamlScalar value(String text, int start, int end) {
        boolean isQuoted = end - start > 1
                && (text.charAt(start) == '"' || text.charAt(start) == '\'')
                && text.charAt(end - 1) == text.charAt(start);
        return isQuoted ? scalar(text, start + 1, end - 1) : scalar(text, start, end);
    }

    private static YamlScalar scalar(String text, int start, int end) {
        return new YamlScalar(start, end, text.substring(start, end), YamlScalar.Style.PLAIN, ScalarType.STRING);
    }

    private static YamlMapping mapping(List<String> names, List<YamlNode> keys, List<YamlNode> values) {
        return YamlMapping.of(
                keys.get(0).start(),
                values.get(values.size() - 1).end(),
                false,
                names.toArray(new String[0]),
                keys.toArray(new YamlNode[0]),
                values.toArray(new YamlNode[0]));
    }
}
