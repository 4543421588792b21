package dev.stslint.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A tree as the JSON that kubectl sends, with sorted keys, byte for byte as Go's {@code encoding/json} writes it. */
final class CanonicalJson {

    /** Go compares UTF-8 bytes, whose order is that of code points. */
    static final Comparator<String> BY_CODE_POINTS = (one, other) ->
            Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());

    private CanonicalJson() {}

    /** The documents of a stream that hold something; {@code !} for one that cannot be read. */
    static List<String> documents(YamlStream stream) {
        List<String> documents = new ArrayList<>();
        for (YamlDocument document : stream.documents()) {
            if (document.state() == YamlDocument.State.BROKEN) {
                documents.add("!");
            } else if (document.state() == YamlDocument.State.READ) {
                documents.add(of(document.root().orElseThrow()));
            }
        }
        return documents;
    }

    static String of(YamlNode node) {
        StringBuilder json = new StringBuilder();
        append(node, json);
        return json.toString();
    }

    static String quoted(String text) {
        StringBuilder json = new StringBuilder();
        appendText(text, json);
        return json.toString();
    }

    private static void append(YamlNode node, StringBuilder json) {
        YamlNode target = node.target();
        if (target instanceof YamlScalar scalar) {
            if (scalar.type() == ScalarType.STRING) {
                appendText(scalar.canonical(), json);
            } else {
                json.append(scalar.canonical());
            }
        } else if (target instanceof YamlSequence sequence) {
            json.append('[');
            for (int i = 0; i < sequence.size(); i++) {
                json.append(i > 0 ? "," : "");
                append(sequence.item(i), json);
            }
            json.append(']');
        } else {
            append((YamlMapping) target, json);
        }
    }

    private static void append(YamlMapping mapping, StringBuilder json) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < mapping.size(); i++) {
            names.add(mapping.name(i));
        }
        names.sort(BY_CODE_POINTS);
        json.append('{');
        String separator = "";
        for (String name : names) {
            json.append(separator);
            appendText(name, json);
            json.append(':');
            append(mapping.value(mapping.indexOf(name)), json);
            separator = ",";
        }
        json.append('}');
    }

    private static void appendText(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                default -> {
                    if (c < ' ' || c == '\u2028' || c == '\u2029') {
                        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}
