package dev.stslint.yaml;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Content without any form: what a {@link SamplePrinter} writes and the reader is expected to find again. */
sealed interface Sample {

    /** A string. */
    record Text(String content) implements Sample {}

    /**
     * A number, a boolean or null.
     *
     * @param written one of the ways to write it
     * @param json its JSON
     */
    record Word(String written, String json) implements Sample {}

    record Items(List<Sample> items) implements Sample {}

    record Fields(Map<String, Sample> fields) implements Sample {}

    /** The JSON text, with sorted keys. */
    default String json() {
        StringBuilder json = new StringBuilder();
        append(json);
        return json.toString();
    }

    private void append(StringBuilder json) {
        if (this instanceof Text text) {
            json.append(CanonicalJson.quoted(text.content()));
        } else if (this instanceof Word word) {
            json.append(word.json());
        } else if (this instanceof Items list) {
            json.append('[');
            for (Iterator<Sample> items = list.items().iterator(); items.hasNext(); ) {
                items.next().append(json);
                json.append(items.hasNext() ? "," : "");
            }
            json.append(']');
        } else {
            json.append('{');
            Map<String, Sample> sorted = new TreeMap<>(CanonicalJson.BY_CODE_POINTS);
            sorted.putAll(((Fields) this).fields());
            String separator = "";
            for (Map.Entry<String, Sample> field : sorted.entrySet()) {
                json.append(separator)
                        .append(CanonicalJson.quoted(field.getKey()))
                        .append(':');
                field.getValue().append(json);
                separator = ",";
            }
            json.append('}');
        }
    }
}
